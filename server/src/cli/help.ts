/** What `grantlint --help` prints. */
export const helpText = `Grantlint: least privilege for AI agents.

Usage
  grantlint [lint] [options] <path>...     what is wrong with these files
  grantlint grants [options] <path>...     what each agent may really do

A path is a folder (its openclaw.json and exec-approvals.json are read together; a folder without them is searched)
or one of the files. Nothing is ever written, run or sent.

Options
  --format text|json       how to print (default: text)
  --openclaw <release>     judge for this release, such as 2026.6.1 (default: the one that last wrote the config)
  --help, --version

Options of lint
  --min-severity <level>   error, warning, info or hint: what counts and is printed (default: warning)

Options of grants
  --agent <id>                     only this agent
  --why <agent> <capability>       the chain of reasons, with file and line, such as: --why main exec
  --compare-releases <old> <new>   what the same files come to mean after an upgrade

Exit code of lint: 0 nothing at or above the level, 1 findings. Of both: 2 wrong usage, nothing to read, or an internal failure.

Examples
  grantlint ~/.openclaw
  grantlint grants ~/.openclaw
  grantlint grants --why hr exec ~/.openclaw
  grantlint grants --compare-releases 2026.6.1 2026.9.6 ~/.openclaw
  grantlint --format json --min-severity info ./fleet > findings.json
`;
