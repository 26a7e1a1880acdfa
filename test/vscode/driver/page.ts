/**
 * The part of Playwright's page that we use. Playwright lives in the host folder and not among the project's own dependencies,
 * so its types are not there to import.
 */

/** The part that somebody without a mouse has: keys, and what is to be seen. */
export interface Screen {
  locator(selector: string, options?: { hasText?: string | RegExp }): Visible;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

export interface Page extends Screen {
  frames(): readonly Frame[];
  close(): Promise<void>;
  goto(url: string): Promise<unknown>;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  screenshot(options: { path?: string; animations?: "disabled"; clip?: Clip }): Promise<Buffer>;
  exposeFunction(name: string, callback: (...values: never[]) => unknown): Promise<unknown>;
  addInitScript<T>(script: (value: T) => void, value: T): Promise<unknown>;
  on(event: "console", listener: (message: { text(): string }) => void): unknown;
  readonly mouse: { move(x: number, y: number): Promise<void> };
}

export interface Frame {
  parentFrame(): Frame | null;
  /** The element of the parent that shows it. */
  frameElement(): Promise<{ isVisible(): Promise<boolean> }>;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  /** Runs in the page, where nothing of this module is there. */
  evaluate<Result>(script: string | (() => Result | Promise<Result>)): Promise<Result>;
  evaluate<Result, Argument>(script: (argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>;
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Something that can be looked at. */
export interface Visible {
  first(): Visible;
  locator(selector: string, options?: { hasText?: string | RegExp }): Visible;
  inputValue(): Promise<string>;
  getAttribute(name: string): Promise<string | null>;
  count(): Promise<number>;
  isVisible(): Promise<boolean>;
  allTextContents(): Promise<string[]>;
  waitFor(options?: { state?: "attached" | "detached" | "visible" | "hidden"; timeout?: number }): Promise<void>;
}

export interface Locator extends Visible {
  first(): Locator;
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator;
  fill(text: string): Promise<void>;
  click(options?: { button: "middle" }): Promise<void>;
  dblclick(options?: { button: "middle" }): Promise<void>;
  hover(): Promise<void>;
}

export interface BrowserContext {
  newPage(): Promise<Page>;
  grantPermissions(permissions: readonly string[]): Promise<void>;
  close(): Promise<void>;
  setDefaultTimeout(milliseconds: number): void;
  route(matches: (url: URL) => boolean, handle: (route: { abort(): Promise<void> }) => Promise<void>): Promise<void>;
}

export interface Playwright {
  readonly chromium: {
    launchPersistentContext(
      folder: string,
      options: { executablePath: string; headless: boolean; viewport: { width: number; height: number }; args: string[] },
    ): Promise<BrowserContext>;
  };
}
