export type Lang = 'zh' | 'en';

/** What the reader reads, the most liked first: some browsers name but one language, or none. */
export function languagesOf({ languages, language }: Partial<Pick<Navigator, 'language' | 'languages'>>): readonly string[] {
  return languages ?? (language ? [language] : []);
}

/** Chinese if the reader prefers any kind of it to English, else English: the first of the browser's languages that is either. */
export function preferredLang(languages: readonly string[]): Lang {
  const first = languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
