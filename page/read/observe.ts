import type { FieldState, Observation } from '../../core/observation';
import type { RecordPage, SiteDescriptor } from '../../core/site';
import { composerBox, NO_COMPOSER, readComposer } from './composer';
import type { LookContext } from './context';
import { observePlain } from './document';
import { readField } from './fields';
import { distrust } from './find';
import type { Trees } from './flat-tree';
import { apartFrom, pageFor, recordOf, requesterOn } from './identity';
import { lackingOn } from './lacking';
import { unlessChanged } from './memory';
import { readMessages } from './messages';
import { readFirst } from './probe';
import { Sight } from './visible-text';

/**
 * A look at the page as a person sees it, through a site's data or, where that does not hold, by reading the page
 * as one never seen before. Synchronous and without a trace: it may run in the same task as an act.
 * `abilities` is left empty here; what may be done is decided elsewhere.
 */
export function observe(doc: Document, site: SiteDescriptor | null, context: LookContext): Observation {
  return unlessChanged(doc, [site, context.documentId, context.general], (trees) =>
    lookAt(doc, trees, site, context),
  );
}

function lookAt(doc: Document, trees: Trees, site: SiteDescriptor | null, context: LookContext): Observation {
  const sight = new Sight(doc, trees);
  const general = context.general?.read ?? observePlain;
  const apart = site && apartFrom(site, doc);
  if (apart) return { ...observePlain(sight, context, [apart]), system: site.name };
  const found = site ? pageFor(site, doc) : null;
  if (!site || !found) return general(sight, context, []);
  const { page, urlId } = found;
  const messages = page.messages
    ? readMessages(sight, page.messages)
    : { messages: [], hidden: 0, missing: [] };
  const box = page.composer ? composerBox(sight, page.composer.editor) : null;
  if (box) distrust(sight, [box]);
  const { record, note, contradicted } = recordOf(sight, site, page, urlId);
  if (!record) {
    // two numbers that disagree are not settled by looser signs: then it is a document
    const looser = contradicted ? observePlain : general;
    return looser(new Sight(doc, trees), context, [
      `This looks like ${site.name}, but its ticket was not recognised. ${note}`,
    ]);
  }
  const { requester, note: requesterNote } = requesterOn(sight, page);
  const { composer, notes } = page.composer
    ? readComposer(sight, page.composer)
    : { composer: NO_COMPOSER, notes: [] };
  const { fields, missing: lost } = readFields(sight, page);
  const own: Observation = {
    record,
    system: site.name,
    subject: readFirst(sight, page.subject),
    requester,
    account: accountOn(sight, page),
    messages: messages.messages,
    showsConversation: page.messages !== undefined,
    fields,
    composer,
    abilities: [],
    lacking: lackingOn(doc, page),
    hiddenCount: messages.hidden,
    missing: [...messages.missing, ...framesMissing(sight)],
    notes: [note, requesterNote, ...notes, ...lost, ...doubts(site, page, messages.messages)].filter(
      (n) => n !== null,
    ),
    documentId: context.documentId,
    url: doc.location.href,
    title: doc.title,
  };
  // a site that was seen live keeps to its own
  if (site.confidence === 'seen-live' || !context.general) return own;
  return context.general.fillGaps(own, page, site.name, () => general(new Sight(doc, trees), context, []));
}

/** The name, and the helpdesk's own number beside it where the site has one. */
function accountOn(sight: Sight, page: RecordPage): string {
  const name = readFirst(sight, page.account);
  const id = readFirst(sight, page.accountId);
  return id ? `${name} (${id})` : name;
}

function readFields(sight: Sight, page: RecordPage): { fields: FieldState[]; missing: string[] } {
  const fields: FieldState[] = [];
  const lost: string[] = [];
  for (const where of page.fields) {
    const field = readField(sight, where);
    if (field) fields.push(field);
    else lost.push(where.label);
  }
  return {
    fields,
    missing: lost.length > 0 ? [`Not found on this page: ${lost.join(', ')}.`] : [],
  };
}

/** What did not hold, in words. */
function doubts(site: SiteDescriptor, page: RecordPage, messages: Observation['messages']): string[] {
  const said: string[] = [];
  if (page.messages && messages.length === 0)
    said.push(`No conversation was found where ${site.name} should show it.`);
  const unsure = messages.filter((m) => m.role === 'unknown').length;
  if (unsure > 0)
    said.push(`For ${unsure} of ${messages.length} messages the page does not say who wrote them.`);
  return said;
}

function framesMissing({ closedFrames }: Sight): string[] {
  return closedFrames === 0 ? [] : [`Parts of the page from other sites, not read: ${closedFrames}.`];
}
