/** The name of the component that a reference in the document leads to. */
export function componentName($ref: string): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}
