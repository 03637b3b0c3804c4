import type { KnowledgeItem } from '../core/knowledge';
import type { KnowledgeStep } from '../core/library';

interface Seed {
  id: string;
  kind?: KnowledgeItem['kind'];
  language?: string;
  title: string;
  keywords: string[];
  steps?: KnowledgeStep[];
  text: string;
}

/** Identity of a starter item: the fields that all of them share are filled in here. */
export function starterItem(seed: Seed): KnowledgeItem {
  return {
    id: `starter-${seed.id}`,
    kind: seed.kind ?? 'macro',
    title: seed.title,
    text: seed.text,
    language: seed.language ?? 'en',
    keywords: seed.keywords,
    steps: seed.steps ?? [],
    origin: 'built in',
    updatedAt: '2026-01-15',
  };
}

export const PENDING: KnowledgeStep = { tool: 'set_status', value: 'Pending' };
export const SOLVED: KnowledgeStep = { tool: 'set_status', value: 'Solved' };
export const HIGH: KnowledgeStep = { tool: 'set_priority', value: 'High' };
export const tag = (value: string): KnowledgeStep => ({ tool: 'add_tag', value });
