/** A channel, and the agents that can answer on it. */
export interface Channel {
  readonly id: string;
  /** The agents' ids; the first is the default. */
  readonly agents: readonly [string, ...string[]];
  /** The only tenant that can see the channel; every tenant can if this is left out. */
  readonly tenant?: string | undefined;
}

/** The channel of that id, if the tenant can see it. */
export function findChannel(
  channels: readonly Channel[],
  tenant: string,
  channelId: string,
): Channel | undefined {
  return channels.find(
    (channel) => channel.id === channelId && (channel.tenant === undefined || channel.tenant === tenant),
  );
}
