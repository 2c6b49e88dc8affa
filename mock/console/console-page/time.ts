/** The local time of the day, to the second. */
export function clockTime(dateTime: string): string {
  return new Date(dateTime).toLocaleTimeString("en-GB");
}

/** The local date and time, to the second. */
export function fullTime(dateTime: string): string {
  return new Date(dateTime).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}
