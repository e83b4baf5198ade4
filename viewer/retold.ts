import { decimal, isPhrase, type Phrase, say } from './language.ts';
import phrases from './phrases.json' with { type: 'json' };

/**
 * Lists of texts that reach the page in English: sentences of readers, server and network, causes that money is booked under, axes of
 * curves, boundaries of emissions. The command line prints the same ones, so they stand in English where they are made.
 */
type List = 'heard' | 'booked' | 'axis' | 'boundary';

/** An English text as what it looks like, with its values in the order of `places`. */
interface Form {
  readonly phrase: Phrase;
  readonly places: readonly string[];
  readonly form: RegExp;
}

function formOf(phrase: Phrase): Form {
  const parts = (phrases.words[phrase][0] ?? '').split(/\{(\w+)\}/);
  const plain = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // What a text begins with is one name: a whole sentence before it belongs to another form.
  const value = (i: number): string => (i === 1 && parts[0] === '' ? '(\\S+)' : '(.+?)');
  const form = parts.map((part, i) => (i % 2 === 0 ? plain(part) : value(i))).join('');
  return { phrase, places: parts.filter((_, i) => i % 2 === 1), form: new RegExp(`^${form}$`, 's') };
}

const forms = new Map<List, readonly Form[]>();

/** The forms of a list, those with fewest values first: they say most. */
function formsOf(list: List): readonly Form[] {
  const known = forms.get(list);
  if (known !== undefined) return known;
  const names = Object.keys(phrases.words).filter((name) => name.startsWith(`${list}.`) && isPhrase(name));
  const made = names.map((name) => formOf(name as Phrase)).sort((a, b) => a.places.length - b.places.length);
  forms.set(list, made);
  return made;
}

/** A text of one form, values included; null where it has none that is known. */
function inWords(list: List, text: string): string | null {
  for (const { phrase, places, form } of formsOf(list)) {
    const values = form.exec(text)?.slice(1);
    if (values !== undefined)
      return say(phrase, Object.fromEntries(places.map((name, i) => [name, retold(list, values[i] ?? '')])));
  }
  return null;
}

/**
 * A text of a list that was made in English, in the language of the page: as a whole, or else sentence by sentence. What has no
 * known form (the words of a browser or a library, a name) stays as it is.
 */
export function retold(list: List, text: string): string {
  const [, plain = text, stop = ''] = /^(.*?)(\.?)$/s.exec(text) ?? [];
  const whole = inWords(list, plain);
  if (whole !== null) return `${whole}${stop}`;
  const [, digits] = /^\d+\.(\d+)$/.exec(text) ?? [];
  if (digits !== undefined) return decimal(Number(text), digits.length);
  const sentences = text.split(/(?<=\.) (?=[A-Z])/);
  return sentences.length < 2 ? text : sentences.map((one) => retold(list, one)).join(' ');
}
