/** What `grantlint --help` prints. */
export const helpText = `Grantlint: least privilege for AI agents.

Usage
  grantlint [lint] [options] <path>...     what is wrong with these files
  grantlint grants [options] <path>...     what each agent may really do
  grantlint fix [options] <path>...        what the fixes would change; with --apply they are made
  grantlint plan [options] <path>...       the least-privilege plan, as Markdown or JSON
  grantlint rules [--format text|json]     every rule there is
  grantlint explain <name>                 what a rule, a technique (AML.T0053) or a mitigation (AML.M0028) is about

A path is a folder (its openclaw.json and exec-approvals.json are read together; a folder without them is searched)
or one of the files. Nothing is ever run or sent, and nothing is written but by fix --apply.

Options
  --format text|json       how to print (default: text); lint also takes sarif, for code scanning
  --openclaw <release>     judge for this release, such as 2026.6.1 (default: the one that last wrote the config)
  --used-within <days>     with lint, fix and plan: where no contract says what an agent needs, read the sessions in agents/ for the tools it used
  --help, --version

Options of lint
  --min-severity <level>   error, warning, info or hint: what counts and is printed (default: warning)
  --strict                 also what is only worth a look where much is at stake; nothing is folded into a graver finding
  --fs                     also who else on this machine can read and write the files, and what is a link
  --rule <id>=<level>      off, error, warning, info or hint: how severe the findings of one rule are (may be repeated)

A finding is ignored with a comment above it: // grantlint-ignore-next-line <rule>[, <rule>] -- <reason>
or, for all of a file: // grantlint-ignore-file <rule>[, <rule>] -- <reason>

Options of fix
  --apply                  write the files; each is replaced in one step, and only if it is still the one that was read
  --review                 also fixes that somebody should look at first; without it only those that break nothing
  --strict                 also what is only worth a look where much is at stake
  --rule <id>              only fixes of this rule (may be repeated)

Options of grants
  --agent <id>                     only this agent
  --why <agent> <capability>       the chain of reasons, with file and line, such as: --why main exec
  --compare-releases <old> <new>   what the same files come to mean after an upgrade

Exit code of lint: 0 nothing at or above the level, 1 findings. Of fix: 0 nothing left to fix, or written; 1 shown only. Of all: 2 wrong usage, nothing to read, or an internal failure.

Examples
  grantlint ~/.openclaw
  grantlint grants ~/.openclaw
  grantlint grants --why hr exec ~/.openclaw
  grantlint grants --compare-releases 2026.6.1 2026.9.6 ~/.openclaw
  grantlint fix --review ~/.openclaw
  grantlint plan ~/.openclaw > plan.md
  grantlint --format json --min-severity info ./fleet > findings.json
  grantlint --format sarif . > grantlint.sarif
  grantlint --strict --rule plaintext-credential=off ./fleet
  grantlint explain ungated-host-exec
`;
