import * as digest from '../../core/digest';
import * as markup from '../../core/markup';
import * as composer from '../../page/read/composer';
import * as document from '../../page/read/document';
import * as find from '../../page/read/find';
import * as flatTree from '../../page/read/flat-tree';
import * as genericComposer from '../../page/read/generic-composer';
import * as identity from '../../page/read/identity';
import * as messages from '../../page/read/messages';
import * as probe from '../../page/read/probe';
import * as quoted from '../../page/read/quoted';
import * as timeOrder from '../../page/read/time-order';
import * as visibleText from '../../page/read/visible-text';

/** How this script reads a page. The parts use it as it is here instead of bringing a second copy (`scripts/build/eyes.ts`). */
export const EYES = {
  ...digest,
  ...markup,
  ...composer,
  ...document,
  ...find,
  ...flatTree,
  ...genericComposer,
  ...identity,
  ...messages,
  ...probe,
  ...quoted,
  ...timeOrder,
  ...visibleText,
};
