/** The desk's macros, as its API answers them. */
export const macros: {
  id: string;
  name: string;
  text: string;
  steps: { operation: string; value: string }[];
}[];
