/** What the mock answered: a value, or that it has none (any more). */
export type Loaded<Value> = { readonly value: Value } | "gone";

/**
 * Loads a resource again and again, one request at a time: asking while one is under way makes one more follow it.
 *
 * @param onLoad is called with each answer; a mock that cannot be reached is none, and is tried again with the next news
 * @returns asks for the newest state
 */
export function keepLoading<Value>(path: string, onLoad: (loaded: Loaded<Value>) => void): () => void {
  let isLoading = false;
  let isStale = false;
  const load = async () => {
    isStale = true;
    if (isLoading) return;
    isLoading = true;
    while (isStale) {
      isStale = false;
      const loaded = await loadOnce<Value>(path);
      if (loaded) onLoad(loaded);
    }
    isLoading = false;
  };
  return () => void load();
}

async function loadOnce<Value>(path: string): Promise<Loaded<Value> | undefined> {
  try {
    const response = await fetch(path);
    if (response.status === 404) return "gone";
    return response.ok ? { value: await response.json() } : undefined;
  } catch {
    return undefined;
  }
}
