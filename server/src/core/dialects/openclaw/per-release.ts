/** Remembers what follows from the tables alone: it is the same on every keystroke. The only thing the core keeps between calls, and it holds no config. */

/** Releases whose answers are kept; one that is being typed into a config goes through many. */
const mostReleases = 16;

export function perRelease<Answer>(work: (release: string) => Answer): (release: string) => Answer {
  const known = new Map<string, Answer>();
  return (release) => {
    const found = known.get(release);
    if (found !== undefined) return found;
    if (known.size >= mostReleases) known.clear();
    const answer = work(release);
    known.set(release, answer);
    return answer;
  };
}
