// How this script reads a page. The parts use it as it is here instead of bringing a second copy (`scripts/build/eyes.ts`).
export * from '../../core/digest';
export * from '../../core/markup';
export * from '../../page/fields/known';
export * from '../../page/fields/labels';
export * from '../../page/read/composer';
export * from '../../page/read/document';
export * from '../../page/read/find';
export * from '../../page/read/flat-tree';
export * from '../../page/read/generic-composer';
export * from '../../page/read/identity';
export * from '../../page/read/messages';
export * from '../../page/read/probe';
export * from '../../page/read/quoted';
export * from '../../page/read/time-order';
export * from '../../page/read/visible-text';
