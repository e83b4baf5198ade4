import { useEffect, useState } from 'preact/hooks';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { useLanguage, useTheme } from '../hooks.ts';
import { english, say } from '../language.ts';
import { ProblemPanel } from '../panels/problem-panel.tsx';
import { type LoadedRegion, loadRegion } from './load-region.ts';
import { RegionPage } from './region-page.tsx';

/** Reads the recording of a region and shows it, or says in words why it cannot. */
export function RegionApp({ info }: { info: RunInfo }) {
  const [dark, setDark] = useTheme();
  const [language, setLanguage] = useLanguage();
  const [loaded, setLoaded] = useState<LoadedRegion | null>(null);
  useEffect(() => {
    loadRegion(info).then(setLoaded, (error: Error) => {
      const what = english('heard.failed', { why: error.message });
      setLoaded({ timeline: null, damage: { what, cure: english('heard.failed.cure') }, warning: null });
    });
  }, [info]);
  if (loaded === null)
    return (
      <main class="alone">
        <p class="loading" role="status">
          {say('reading', { share: '' })}
        </p>
      </main>
    );
  const { timeline, damage, warning } = loaded;
  if (timeline === null)
    return (
      <main class="alone">
        <h1 class="hidden">{info.name}</h1>
        <ProblemPanel problem={{ what: `${damage?.what ?? ''}.`, cure: `${damage?.cure ?? ''}.` }} />
      </main>
    );
  return <RegionPage {...{ info, timeline, dark, setDark, language, setLanguage }} warning={warning} />;
}
