import type { FieldAddress, Guard, WriteAnswer, Writer } from '../core/ports';
import { refuse } from '../core/result';
import type { FieldDescriptor, RecordPage, SiteDescriptor } from '../core/site';
import { observePage, pageOf } from './look';
import type { GeneralReader } from './read/context';
import { refused } from './write/answers';
import type { Drafts } from './write/drafts';
import type { Forms } from './write/forms';
import type { Hands } from './write/hands';
import type { OneTag } from './write/tags';

/** What of ours is in this document beside the first script. Without any of it nothing is written. */
export interface WriterParts {
  general?: GeneralReader | undefined;
  drafts?: Drafts | undefined;
  forms?: Forms | undefined;
}

/**
 * The hand that writes with the page's own controls. The guard is asked with a fresh look in the task of every act,
 * and once more before the click that saves or sends. `accepted` means that the page was told; whether it did it,
 * the caller reads back. After a submit that loads a new page this document, and the answer with it, may be gone.
 */
export function createPageWriter(
  doc: Document,
  site: SiteDescriptor | null,
  { general, drafts, forms }: WriterParts = {},
): Writer {
  const hands: Hands = {
    doc,
    look: () => observePage(doc, site, general),
    renewal: async () => (forms ? await forms.renewalOf(doc, site) : refuse('no-answer')),
  };
  const page = (): RecordPage | null => pageOf(doc, site);
  return {
    channel: 'page',
    setField: async (address, value, guard) => {
      const where = fieldOf(page(), address);
      if (!forms) return refused('not-supported');
      if (where?.edit?.by === 'menu') return forms.chooseInMenu(hands, where.edit, value, guard);
      if (where?.edit?.by !== 'control') return refused('no-such-field', address.name);
      return forms.setControl(hands, where, where.edit, value, guard);
    },
    addTag: (tag, guard) => changeTag(hands, forms, page(), { tag, change: 'add' }, guard),
    removeTag: (tag, guard) => changeTag(hands, forms, page(), { tag, change: 'remove' }, guard),
    post: async (visibility, body, guard) => {
      const here = page();
      return here && drafts ? drafts.post(hands, here, visibility, body, guard) : refused('not-supported');
    },
    operate: async (operation, given, guard) => {
      const way = page()?.operations?.[operation];
      return way && forms ? forms.operate(hands, way, given, guard) : refused('not-supported');
    },
    removeMessage: async () => refused('not-supported'),
    insertDraft: async (body, guard) =>
      drafts ? drafts.insertDraft(hands, page(), body, guard) : refused('not-supported'),
    restoreDraft: async (restore, guard) =>
      drafts ? drafts.takeDraftBack(hands, page(), restore, guard) : refused('not-supported'),
  };
}

function fieldOf(page: RecordPage | null, { scope, name }: FieldAddress): FieldDescriptor | null {
  const inScope = page?.fields.filter((f) => (f.scope ?? 'record') === scope) ?? [];
  const wanted = name.trim().toLowerCase();
  return (
    inScope.find((f) => f.name === name || f.label === name) ??
    inScope.find((f) => f.name.toLowerCase() === wanted || f.label.toLowerCase() === wanted) ??
    null
  );
}

async function changeTag(
  hands: Hands,
  forms: Forms | undefined,
  page: RecordPage | null,
  one: OneTag,
  guard: Guard,
): Promise<WriteAnswer> {
  const where = fieldOf(page, { scope: 'record', name: 'tags' });
  const edit = where?.edit;
  if (!where || !edit || edit.by === 'control' || edit.by === 'menu') return refused('no-such-field', 'Tags');
  if (!forms) return refused('not-supported');
  if (edit.by === 'lines') return forms.changeLines(hands, where, edit, one, guard);
  const change = one.change === 'add' ? forms.addWithInput : forms.removeWithButton;
  return change(hands, edit, one.tag, guard);
}
