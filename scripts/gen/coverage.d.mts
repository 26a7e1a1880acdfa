import type { ChangePoint } from "../../server/src/core/dialects/openclaw/tables/change-point.ts";
import type { FixtureCase } from "../../test/fixture.ts";

export interface NumberedChange {
  readonly id: string;
  readonly steps: readonly { readonly since: string | undefined; readonly what: string | undefined }[];
  readonly unseen: string | undefined;
}

export interface ShowingCase {
  readonly rule: string;
  readonly title: string;
  readonly openclaw: string | undefined;
  readonly isReported: boolean;
  readonly shows: readonly string[];
}

export function changePointsOf(
  data: readonly { readonly id: string; readonly what?: string; readonly since?: string; readonly unseen?: string }[],
  tableRows: readonly ChangePoint<unknown>[],
): NumberedChange[];
export function showingCases(fixtures: readonly { readonly rule: string; readonly cases: readonly FixtureCase[] }[]): ShowingCase[];
