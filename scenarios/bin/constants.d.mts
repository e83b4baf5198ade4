export function numbersApart(
  text: string,
  name: string,
): { readonly rest: string; readonly numbers: string } | null;
