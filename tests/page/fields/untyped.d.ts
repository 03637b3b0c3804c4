declare module '@yaireo/tagify' {
  export default class Tagify {
    constructor(input: HTMLInputElement, settings?: { whitelist?: string[]; enforceWhitelist?: boolean });
    value: { value: string }[];
  }
}
declare module 'select2' {
  const install: ((root: unknown, jQuery: unknown) => void) | undefined;
  export default install;
}
declare module 'bootstrap-select/dist/js/bootstrap-select.js';
