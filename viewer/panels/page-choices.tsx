import { type Language, languages, say } from '../language.ts';
import { Icon } from './icons.tsx';
import type { Shown } from './shown.ts';

/** What a reader chooses of the page itself. */
export type Choices = Pick<Shown, 'dark' | 'setDark' | 'language' | 'setLanguage'>;

/** The languages in their own words. */
const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Language of the page, light or dark. */
export function PageChoices({ dark, setDark, language, setLanguage }: Choices) {
  return (
    <>
      <select
        class="language"
        aria-label={say('language')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value as Language)}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {names[one]}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="theme"
        aria-label={say(dark ? 'theme.light' : 'theme.dark')}
        onClick={() => setDark(!dark)}
      >
        <Icon name={dark ? 'sun' : 'moon'} />
      </button>
    </>
  );
}
