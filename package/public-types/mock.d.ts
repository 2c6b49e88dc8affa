import { components } from "../generated/types.ts";
type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
interface AssistantMessage extends Schema<"AssistantMessage"> {
}
type Message = UserMessage | AssistantMessage;
interface Session extends Schema<"Session"> {
}
interface UserMessage extends Schema<"UserMessage"> {
}
export declare const SCENARIOS: readonly [
    "slow-start",
    "broken-stream",
    "cut-connection",
    "long-reply"
];
type Scenario = (typeof SCENARIOS)[number];
interface SettingValues {
    readonly latency: {
        readonly min: number;
        readonly max: number;
    };
    readonly errorRate: number;
    readonly expireAfter: number;
    readonly tokenDelay: number;
    readonly scenario: Scenario | undefined;
}
type Changes = {
    readonly [Name in keyof SettingValues]?: SettingValues[Name] | undefined;
};
declare class Settings {
    #private;
    constructor(initial?: Changes);
    get values(): SettingValues;
    change(changes: Changes): void;
    reset(): void;
    subscribe(listener: (values: SettingValues) => void): () => void;
}
declare const MODES: readonly [
    "examples",
    "dynamic",
    "stateful"
];
type Mode = (typeof MODES)[number];
interface Fault {
    readonly in: "route" | "key" | "path" | "query" | "header" | "body";
    readonly path: string;
    readonly message: string;
    readonly statements: readonly string[];
}
interface Verdict {
    readonly isValid: boolean;
    readonly faults: readonly Fault[];
}
interface PrismVerdict {
    readonly request: readonly Fault[];
    readonly answer: readonly Fault[];
}
interface RecordedAnswer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly body: unknown;
    readonly events: readonly unknown[];
    readonly statements: readonly string[];
    readonly duration: number | undefined;
    readonly isComplete: boolean;
}
interface RecordedRequest {
    readonly id: string;
    readonly receivedAt: string;
    readonly mode: Mode;
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly operationId: string | undefined;
    readonly body: unknown;
    readonly verdict: Verdict | undefined;
    readonly prism: PrismVerdict | undefined;
    readonly answer: RecordedAnswer | undefined;
}
type ActivityEvent = {
    readonly type: "request";
    readonly request: RecordedRequest;
} | {
    readonly type: "delta";
    readonly requestId: string;
    readonly sessionId: string;
    readonly messageId: string;
    readonly delta: string;
} | {
    readonly type: "session";
    readonly session: Session;
} | {
    readonly type: "session-dropped";
    readonly sessionId: string;
} | {
    readonly type: "settings";
    readonly settings: SettingValues;
} | {
    readonly type: "reset";
} | {
    readonly type: "stopped";
};
interface Activity {
    readonly requests: readonly RecordedRequest[];
    subscribe(listener: (event: ActivityEvent) => void): () => void;
}
interface SessionsView {
    list(): readonly Session[];
    messages(sessionId: string): readonly Message[] | undefined;
}
interface ScriptedReply {
    readonly when?: string | RegExp | undefined;
    readonly reply: string | readonly string[];
    readonly scenario?: Scenario | undefined;
}
interface Listening {
    readonly url: string;
    readonly port: number;
    close(grace?: number): Promise<void>;
}
interface MockChannel {
    readonly id: string;
    readonly agents: readonly [
        string,
        ...string[]
    ];
}
interface MockOptions extends Changes {
    readonly mode?: Mode | undefined;
    readonly host?: string | undefined;
    readonly port?: number | undefined;
    readonly requestTimeout?: number | undefined;
    readonly seed?: string | number | undefined;
    readonly replies?: readonly ScriptedReply[] | undefined;
    readonly channels?: readonly MockChannel[] | undefined;
    readonly mostSessions?: number | undefined;
    readonly clock?: (() => number) | undefined;
    readonly onDrop?: ((sessionId: string) => void) | undefined;
}
interface Mock extends Listening {
    readonly mode: Mode;
    readonly seed: string;
    readonly requests: readonly RecordedRequest[];
    readonly activity: Activity;
    readonly settings: Settings;
    readonly sessions: SessionsView | undefined;
    reset(): void;
    stop(grace?: number): Promise<void>;
}
export declare const EXAMPLE_CHANNEL: MockChannel;
export declare function startMock(options?: MockOptions): Promise<Mock>;
export type { Activity, ActivityEvent, Fault, Mock, MockChannel, MockOptions, Mode, PrismVerdict, RecordedAnswer, RecordedRequest, Scenario, ScriptedReply, SessionsView, SettingValues, Settings, Verdict };
