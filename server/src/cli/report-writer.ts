/** How a report is printed while sets are worked through: no writer holds on to a set it was given, so that thousands take no more memory than one. */
import type { ReportWithoutFixes } from "./report.ts";

export interface ReportWriter {
  add(report: ReportWithoutFixes): void;
  /** Called once, after the last set. */
  end(): void;
}

export interface Tool {
  readonly name: string;
  readonly version: string;
}

export type Print = (text: string) => void;
