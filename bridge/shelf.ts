/** Where the scripts of one document leave what they bring. */
export const SHELF = 'countersign-parts';
