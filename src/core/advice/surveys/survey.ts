/** Which techniques answer which category of the five surveys; `docs/survey-coverage.md` is made from it. */
export interface SurveyCategory {
  readonly name: string;
  /** How the name was settled: read in the survey or its repository, a chapter name from a summary, or remembered. */
  readonly checked: 'read' | 'summary' | 'remembered';
  readonly techniques: readonly string[];
}

export interface Survey {
  readonly arxiv: string;
  readonly title: string;
  readonly categories: readonly SurveyCategory[];
}
