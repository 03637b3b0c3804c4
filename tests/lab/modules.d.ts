declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<{ store: { get(): string; set(text: string): unknown } }>;
  export default component;
}
declare module 'draft-js';
declare module 'jquery';
declare module 'trix';
declare module 'summernote/dist/summernote-lite.js';
declare module '@toast-ui/editor';
declare module 'alpinejs';
declare module 'froala-editor/js/froala_editor.pkgd.min.js';
declare module 'jodit/es2021/jodit.min.js';
declare module 'medium-editor';
declare module 'pell';
declare module 'trumbowyg/dist/trumbowyg.js';
