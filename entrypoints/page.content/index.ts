import '../shared/setup-zod';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { servePage } from '../../bridge/server';
import { answer } from './answer';
import * as EYES from './eyes';
import { provide } from './parts';
import { watchPage } from './watch';

export default defineContentScript({
  registration: 'runtime',
  main(ctx) {
    provide('eyes', EYES);
    // A second injection makes the first one's context invalid before it comes here: one of them answers.
    servePage({ answer, watch: (changed) => watchPage(document, changed), isValid: () => ctx.isValid });
  },
});
