import { components } from "../generated/types.ts";
interface Listening {
    readonly url: string;
    readonly port: number;
    close(grace?: number): Promise<void>;
}
type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
interface AssistantMessage extends Schema<"AssistantMessage"> {
}
type Message = UserMessage | AssistantMessage;
interface Session extends Schema<"Session"> {
}
interface UserMessage extends Schema<"UserMessage"> {
}
declare const SCENARIOS: readonly [
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
declare class Settings {
    #private;
    constructor(initial?: Partial<SettingValues>);
    get values(): SettingValues;
    change(changes: Partial<SettingValues>): void;
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
export interface MockOptions {
    readonly host?: string | undefined;
    readonly port?: number | undefined;
    readonly requestTimeout?: number | undefined;
}
export interface Mock extends Listening {
    readonly mode: Mode;
    readonly requests: readonly RecordedRequest[];
    readonly activity: Activity;
    readonly settings: Settings;
    readonly sessions: SessionsView | undefined;
    reset(): void;
    stop(grace?: number): Promise<void>;
}
export declare function startMock(options?: MockOptions): Promise<Mock>;
export {};
