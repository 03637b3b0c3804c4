/** Arguments that every browser of the project is started with; other hosts go to the sinkhole, if there is one. */
export function browserArgs(sinkholePort?: number | string): string[];
