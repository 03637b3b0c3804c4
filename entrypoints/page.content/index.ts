import '../shared/setup-zod';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { servePage } from '../../bridge/server';
import { answer } from './answer';
import { watchPage } from './watch';

/** Set once a document, so that a second injection of the same build does not answer twice. */
const MARK = Symbol.for('countersign-page');

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    const here = globalThis as { [MARK]?: { isValid(): boolean } };
    if (here[MARK]?.isValid()) return;
    here[MARK] = { isValid: () => ctx.isValid };
    servePage({ answer, watch: (changed) => watchPage(document, changed), isValid: () => ctx.isValid });
  },
});
