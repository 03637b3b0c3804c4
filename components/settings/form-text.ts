import type { Settings } from '../../core/settings';
import type { SettingsForm } from './types';

/** The form as it is typed: text, so that nothing a person typed is lost by being read as a number too early. */
export interface FormText {
  engine: Settings['engine'];
  serverUrl: string;
  model: string;
  smallModel: string;
  priceIn: string;
  priceOut: string;
  spendingLimit: string;
  holdSeconds: string;
}

export type FormProblems = Partial<Record<keyof FormText, string>>;

const USD = 1_000_000;

const dollars = (microUsd: number | null): string => (microUsd === null ? '' : String(microUsd / USD));
const microUsd = (text: string): number => Math.round(Number(text) * USD);

/** From what is stored to what is shown. Money is shown in USD and kept in micro-USD. */
export const toText = (form: SettingsForm): FormText => ({
  engine: form.engine,
  serverUrl: form.serverUrl,
  model: form.model,
  smallModel: form.smallModel,
  priceIn: dollars(form.priceIn),
  priceOut: dollars(form.priceOut),
  spendingLimit: dollars(form.spendingLimitMicroUsd),
  holdSeconds: String(form.holdSeconds),
});

/** From what is shown to what is stored. Only for a text without problems. */
export const fromText = (text: FormText): SettingsForm => ({
  engine: text.engine,
  serverUrl: text.serverUrl.trim(),
  model: text.model.trim(),
  smallModel: text.smallModel.trim(),
  priceIn: text.priceIn.trim() === '' ? null : microUsd(text.priceIn),
  priceOut: text.priceOut.trim() === '' ? null : microUsd(text.priceOut),
  spendingLimitMicroUsd: microUsd(text.spendingLimit),
  holdSeconds: Number(text.holdSeconds),
});

/** What keeps the form from being saved, field by field, with what to do. */
export function problemsOf(text: FormText): FormProblems {
  const problems: FormProblems = {};
  if (text.engine === 'openai-compatible') Object.assign(problems, serverProblems(text));
  if (!isAmount(text.spendingLimit))
    problems.spendingLimit = 'Enter an amount in USD, 0 or more, such as 0.50.';
  const hold = Number(text.holdSeconds);
  if (text.holdSeconds.trim() === '' || !Number.isInteger(hold) || hold < 5 || hold > 120)
    problems.holdSeconds = 'Enter a whole number of seconds from 5 to 120.';
  for (const price of ['priceIn', 'priceOut'] as const)
    if (text[price].trim() !== '' && !isAmount(text[price]))
      problems[price] = 'Enter a price in USD, 0 or more, or leave it empty.';
  return problems;
}

/** Only what a server needs: also asked before a connection is tested. */
export function serverProblems(text: FormText): FormProblems {
  const problems: FormProblems = {};
  const problem = urlProblem(text.serverUrl.trim());
  if (problem) problems.serverUrl = problem;
  if (text.model.trim() === '') problems.model = 'Enter the name of the model, as the server calls it.';
  return problems;
}

function urlProblem(text: string): string | null {
  if (text === '') return 'Enter the address of the server, such as http://127.0.0.1:11434/v1.';
  if (!URL.canParse(text)) return 'This is not a web address. It starts with https:// or http://.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'The address must start with https:// or http://.';
  if (url.username || url.password)
    return 'Leave user name and password out of the address. A key goes below.';
  if (url.search || url.hash) return 'Leave out everything from the ? or # on.';
  return null;
}

function isAmount(text: string): boolean {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && Number.isSafeInteger(microUsd(text));
}
