interface Offers {
    readonly write: true;
    readonly "second-key": string;
    readonly "read-only-key": string;
    readonly "rate-limited-key": string;
    readonly "spent-key": {
        readonly key: string;
        readonly channel: string;
    };
    readonly "second-channel": string;
    readonly "second-agent": string;
    readonly "hidden-agent": string;
    readonly "blocked-message": string;
    readonly "failing-message": string;
    readonly "breaking-message": string;
    readonly "slow-message": {
        readonly message: string;
        readonly duration: number;
    };
    readonly "recalling-message": string;
    readonly "session-lifetime": number;
    readonly "body-timeout": number;
    readonly "fast-check": true;
    readonly "pass-time": (milliseconds: number) => Promise<void>;
}
type Need = keyof Offers;
export declare const needs: Readonly<Record<Need, string>>;
interface PartialResponse {
    readonly status: number;
    readonly rawHeaders: readonly string[];
    readonly size: number;
    readonly events?: number;
    readonly start: string;
    readonly end: string;
}
type HeaderField = readonly [
    name: string,
    value: string
];
interface HttpRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: readonly HeaderField[];
    readonly body?: Uint8Array;
    readonly chunked?: boolean;
    readonly unfinished?: boolean;
    readonly leaveWhen?: (text: string) => boolean;
}
interface HttpResponse {
    readonly status: number;
    readonly headers: Headers;
    readonly rawHeaders: readonly string[];
    readonly body: Uint8Array;
    readonly text: string;
    readonly json: unknown;
    readonly complete: boolean;
}
interface Contrast {
    readonly actual: unknown;
    readonly expected?: unknown;
}
interface Violation {
    readonly message: string;
    readonly contrast?: Contrast;
}
interface TargetOptions {
    readonly baseUrl: URL;
    readonly key: string;
    readonly channel: string;
    readonly agent: string;
    readonly offers: Partial<Offers>;
}
interface Exchange {
    readonly request: HttpRequest;
    response?: HttpResponse;
    partial?: PartialResponse;
    violations: readonly Violation[];
}
interface Answer extends Exchange {
    readonly response: HttpResponse;
}
interface Call {
    readonly key?: string | null;
    readonly headers?: readonly HeaderField[];
    readonly json?: unknown;
    readonly body?: string | Uint8Array;
    readonly chunked?: boolean;
    readonly unfinished?: boolean;
    readonly patience?: number;
    readonly leaveWhen?: HttpRequest["leaveWhen"];
}
type Profile = "documented" | "full";
interface Conditions {
    readonly timeout: number;
    readonly signal?: AbortSignal;
    readonly seed?: number;
    readonly path?: string | undefined;
    readonly effort?: number | undefined;
    readonly profile?: Profile | undefined;
    readonly strict?: boolean | undefined;
    readonly turn?: ((key: string | null) => Promise<void>) | undefined;
}
declare class Target {
    #private;
    readonly channel: string;
    readonly agent: string;
    readonly key: string;
    readonly seed: number;
    readonly path: string | undefined;
    readonly effort: number;
    readonly timeout: number;
    readonly exchanges: Exchange[];
    constructor(options: TargetOptions, conditions: Conditions);
    offer<Name extends Need>(need: Name): Offers[Name];
    send(method: string, path: string, call?: Call): Promise<Answer>;
}
interface ContractTarget {
    readonly baseUrl: URL | string;
    readonly key: string;
    readonly channel?: string | undefined;
    readonly agent?: string | undefined;
    readonly offers?: Partial<Offers> | undefined;
}
interface CoverageEntry {
    readonly operation: string;
    readonly status: number;
    readonly mediaType: string;
    readonly seen: number;
}
interface Coverage {
    readonly entries: readonly CoverageEntry[];
    readonly percentage: number;
}
interface CoverageCounter {
    record(exchange: Exchange): void;
    coverage(): Coverage;
}
export declare function createCoverageCounter(): CoverageCounter;
export declare function neverSeen({ entries }: Coverage): ReadonlyMap<string, readonly string[]>;
interface RateLimit {
    readonly limit: number;
    readonly window: number;
}
interface Rule {
    readonly id: string;
    readonly title: string;
    readonly statement: string;
    readonly covers: readonly string[];
    readonly needs: readonly Need[];
    check(target: Target): Promise<void>;
}
interface Finding {
    readonly message: string;
    readonly contrast?: Contrast | undefined;
    readonly exchange?: Exchange | undefined;
}
type RuleResult = {
    readonly outcome: "passed";
    readonly rule: Rule;
    readonly duration: number;
} | {
    readonly outcome: "failed";
    readonly rule: Rule;
    readonly duration: number;
    readonly findings: readonly Finding[];
    readonly exchanges: readonly Exchange[];
} | {
    readonly outcome: "skipped";
    readonly rule: Rule;
    readonly lacking: readonly Need[];
};
interface RunOptions {
    readonly rules: readonly Rule[];
    readonly target: TargetOptions;
    readonly concurrency?: number;
    readonly timeout?: number;
    readonly ruleTimeout?: number;
    readonly seed?: number;
    readonly path?: string | undefined;
    readonly effort?: number | undefined;
    readonly profile?: Profile | undefined;
    readonly strict?: boolean | undefined;
    readonly rateLimit?: RateLimit | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onExchange?: (exchange: Exchange) => void;
    readonly onResult?: (result: RuleResult) => void;
}
export declare function runRules(given: RunOptions): Promise<RuleResult[]>;
interface Selection {
    readonly rules?: readonly Rule[] | undefined;
    readonly profile?: Profile | undefined;
    readonly readOnly?: boolean | undefined;
}
interface TestFramework {
    describe(name: string, define: () => void): unknown;
    it(name: string, options: {
        readonly timeout: number;
    }, test: (context: {
        skip(reason?: string): unknown;
    }) => Promise<void>): unknown;
}
interface DescribeOptions extends Selection, Partial<Pick<RunOptions, "timeout" | "seed" | "strict">>, Partial<TestFramework> {
}
export declare function describeContract(target: ContractTarget | (() => ContractTarget | Promise<ContractTarget>), options?: DescribeOptions): void;
export declare function renderStatements(selected?: readonly Rule[]): string;
export declare function renderListAsJson(selected?: readonly Rule[]): string;
export declare function renderRules(listed: readonly Rule[]): string;
export declare function realTime(duration: number): Promise<void>;
interface Run {
    readonly stopped?: string;
    readonly results: readonly RuleResult[];
    readonly target: TargetOptions;
    readonly coverage: Coverage;
    readonly seed: number;
    readonly start: Date;
    readonly duration: number;
}
type Reporter = (run: Run) => string;
declare const reporterNames: readonly [
    "terminal",
    "junit",
    "json",
    "github",
    "html"
];
type ReporterName = (typeof reporterNames)[number];
export declare const reporters: Readonly<Record<ReporterName, Reporter>>;
export declare const rules: readonly Rule[];
type Statement = {
    readonly id: string;
    readonly text: string;
} & ({
    readonly source: "S" | "V";
    readonly place: string;
} | {
    readonly source: "D";
}) & ({
    readonly checkable: true;
} | {
    readonly checkable: false;
    readonly reason: string;
});
export declare function statementsOf({ covers }: Rule): readonly Statement[];
export declare function isDocumented(rule: Rule): boolean;
export type { Answer, Call, ContractTarget, Contrast, Coverage, CoverageCounter, CoverageEntry, DescribeOptions, Exchange, Finding, HeaderField, HttpRequest, HttpResponse, Need, Offers, Profile, RateLimit, Reporter, ReporterName, Rule, RuleResult, Run, RunOptions, Selection, Target, TargetOptions, TestFramework, Violation };
