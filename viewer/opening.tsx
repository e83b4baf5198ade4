import { useEffect, useState } from 'preact/hooks';
import type { RunInfo } from '../sim/record/run-info.ts';
import { App } from './app.tsx';
import { useLanguage, useTheme } from './hooks.ts';
import { say } from './language.ts';
import { fetchRunInfo } from './reading/info.ts';
import { RegionApp } from './region/region-app.tsx';
import { retold } from './retold.ts';

/** Pause between two looks at a folder in which nothing has been recorded yet. */
const POLL_MS = 1000;
/** A run that records nothing for so long is at its trainings, or has been stopped. */
const QUIET_MS = 30_000;

/** What the folder holds, once there is something to show; `unknown` = nobody answers, which the day's page puts into words. */
type Found = { readonly kind: 'waiting'; readonly quiet: boolean } | { readonly kind: 'unknown' } | RunInfo;

/** Asks what the folder holds until it holds a recording, or a finished run without one. */
function useFolder(): Found {
  const [found, setFound] = useState<Found>({ kind: 'waiting', quiet: false });
  useEffect(() => {
    const abort = new AbortController();
    const began = performance.now();
    const look = async (): Promise<void> => {
      while (!abort.signal.aborted) {
        const info = await fetchRunInfo('', abort.signal);
        if (info.eventsBytes > 0 || info.finished) return setFound(info);
        setFound({ kind: 'waiting', quiet: performance.now() - began > QUIET_MS });
        await new Promise((done) => setTimeout(done, POLL_MS));
      }
    };
    look().catch(() => {
      if (!abort.signal.aborted) setFound({ kind: 'unknown' });
    });
    return () => abort.abort();
  }, []);
  return found;
}

/** What a page that carries its own recording says of what it could not take along. */
function LeftOut({ text }: { text: string }) {
  return text === '' ? null : (
    <p class="left-out" role="note">
      {say('opening.small', { text: retold('heard', text) })}
    </p>
  );
}

/** Finds out what the folder holds and shows it: a day, a region, or that the run has just begun. */
export function Opening() {
  const found = useFolder();
  useTheme();
  useLanguage();
  if (found.kind === 'waiting')
    return (
      <main class="alone">
        <h1 class="hidden">{say('viewer')}</h1>
        <p class="loading" role="status">
          {say(found.quiet ? 'opening.quiet' : 'opening.begun')}
        </p>
      </main>
    );
  if (found.kind === 'unknown') return <App />;
  return (
    <>
      <LeftOut text={found.leftOut} />
      {found.kind === 'region' ? <RegionApp info={found} /> : <App />}
    </>
  );
}
