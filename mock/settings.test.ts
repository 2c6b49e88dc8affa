import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, Settings, type SettingValues } from "./settings.ts";

describe("The settings", () => {
  it("begin with the defaults, but for what is given", () => {
    expect(new Settings().values).toEqual(DEFAULT_SETTINGS);
    expect(new Settings({ errorRate: 0.5 }).values).toEqual({ ...DEFAULT_SETTINGS, errorRate: 0.5 });
  });

  it("tell who listens of a change", () => {
    const settings = new Settings();
    const heard: SettingValues[] = [];
    const unsubscribe = settings.subscribe((values) => heard.push(values));
    settings.change({ latency: { min: 1, max: 2 } });
    unsubscribe();
    settings.change({ tokenDelay: 1 });
    expect(heard).toEqual([{ ...DEFAULT_SETTINGS, latency: { min: 1, max: 2 } }]);
  });

  it("go back to what they began with", () => {
    const settings = new Settings({ scenario: "slow-start" });
    settings.change({ scenario: undefined, errorRate: 1 });
    expect(settings.values.scenario).toBeUndefined();
    settings.reset();
    expect(settings.values).toEqual({ ...DEFAULT_SETTINGS, scenario: "slow-start" });
  });

  it.each<[string, object, RegExp]>([
    ["a latency whose ends are swapped", { latency: { min: 2, max: 1 } }, /^latency: /],
    ["a latency below 0", { latency: { min: -1, max: 1 } }, /^latency: /],
    ["a latency beyond what a timer can wait", { latency: { min: 0, max: 2 ** 31 } }, /^latency: /],
    ["a latency that is text", { latency: { min: "1", max: "2" } }, /^latency: /],
    ["a latency that is no range", { latency: 5 }, /^latency: /],
    ["an error rate above 1", { errorRate: 1.1 }, /^errorRate: /],
    ["an error rate that is no number", { errorRate: Number.NaN }, /^errorRate: /],
    ["sessions that expire at once", { expireAfter: 0 }, /^expireAfter: /],
    ["a token delay below 0", { tokenDelay: -1 }, /^tokenDelay: /],
    ["a scenario that does not exist", { scenario: "earthquake" }, /^scenario: .*slow-start/],
  ])("refuse %s, and change nothing", (_name, changes, message) => {
    const settings = new Settings();
    expect(() => settings.change({ tokenDelay: 7, ...changes })).toThrow(message);
    expect(settings.values).toEqual(DEFAULT_SETTINGS);
  });

  it("ignore what is no switch", () => {
    const settings = new Settings();
    settings.change(JSON.parse('{"__proto__":{"errorRate":1},"volume":11}'));
    expect(settings.values).toEqual(DEFAULT_SETTINGS);
  });
});
