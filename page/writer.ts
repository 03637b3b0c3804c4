import type { GenericWords } from '../core/generic-words';
import type { FieldAddress, Guard, WriteAnswer, Writer } from '../core/ports';
import type { FieldDescriptor, RecordPage, SiteDescriptor } from '../core/site';
import { observePage, pageOf } from './look';
import { refused } from './write/answers';
import { insertDraft, takeDraftBack } from './write/draft';
import { renewalOf } from './write/fresh';
import type { Hands } from './write/hands';
import { chooseInMenu } from './write/menu';
import { operate } from './write/operate';
import { post } from './write/post';
import { setControl } from './write/set-field';
import { addWithInput, changeLines, removeWithButton } from './write/tags';

/**
 * The hand that writes with the page's own controls. The guard is asked with a fresh look in the task of every act,
 * and once more before the click that saves or sends. `accepted` means that the page was told; whether it did it,
 * the caller reads back. After a submit that loads a new page this document, and the answer with it, may be gone.
 */
export function createPageWriter(doc: Document, site: SiteDescriptor | null, words?: GenericWords): Writer {
  const hands: Hands = {
    doc,
    look: () => observePage(doc, site, words),
    renewal: () => renewalOf(doc, site),
  };
  const page = (): RecordPage | null => pageOf(doc, site);
  return {
    channel: 'page',
    setField: async (address, value, guard) => {
      const where = fieldOf(page(), address);
      if (where?.edit?.by === 'menu') return chooseInMenu(hands, where.edit, value, guard);
      if (where?.edit?.by !== 'control') return refused('no-such-field', address.name);
      return setControl(hands, where, where.edit, value, guard);
    },
    addTag: (tag, guard) => changeTag(hands, page(), tag, 'add', guard),
    removeTag: (tag, guard) => changeTag(hands, page(), tag, 'remove', guard),
    post: async (visibility, body, guard) => {
      const here = page();
      return here ? post(hands, here, visibility, body, guard) : refused('not-supported');
    },
    operate: async (operation, given, guard) => {
      const way = page()?.operations?.[operation];
      return way ? operate(hands, way, given, guard) : refused('not-supported');
    },
    removeMessage: async () => refused('not-supported'),
    insertDraft: (body, guard) => insertDraft(hands, page(), body, guard),
    restoreDraft: (restore, guard) => takeDraftBack(hands, page(), restore, guard),
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
  page: RecordPage | null,
  tag: string,
  change: 'add' | 'remove',
  guard: Guard,
): Promise<WriteAnswer> {
  const where = fieldOf(page, { scope: 'record', name: 'tags' });
  const edit = where?.edit;
  if (!where || !edit || edit.by === 'control' || edit.by === 'menu') return refused('no-such-field', 'Tags');
  if (edit.by === 'lines') return changeLines(hands, where, edit, { tag, change }, guard);
  return change === 'add' ? addWithInput(hands, edit, tag, guard) : removeWithButton(hands, edit, tag, guard);
}
