/** The editors of the matrix: a page of the lab each, and its name for readers. */
export const EDITORS: { page: string; title: string }[];
