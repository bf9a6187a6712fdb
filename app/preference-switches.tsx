'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { rememberPreference, type Theme, themeCookie, themes } from './browser/preferences';
import { localeCookie } from './i18n/locale';

/** Language and light: a link to the other language, and three choices of light. */
export function PreferenceSwitches() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  const other = locale === 'zh' ? 'en' : 'zh';

  // The page carries the choice; the server, which may be asked from a cache, does not tell it again.
  const [chosen, setChosen] = useState<Theme>('system');
  useEffect(() => {
    const pinned = document.documentElement.dataset.theme;
    setChosen(themes.find((theme) => theme === pinned) ?? 'system');
  }, []);

  const setTheme = (theme: Theme) => {
    setChosen(theme);
    rememberPreference(themeCookie, theme);
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px] text-ink-2">
      <button
        type="button"
        lang={other === 'zh' ? 'zh-Hans' : 'en'}
        className="rounded px-1 py-0.5 hover:text-ink hover:underline"
        onClick={() => {
          rememberPreference(localeCookie, other);
          router.refresh();
        }}
      >
        {other === 'zh' ? '中文' : 'English'}
      </button>
      <span className="flex gap-1">
        {themes.map((theme) => (
          <button
            key={theme}
            type="button"
            aria-pressed={theme === chosen}
            className="rounded px-1.5 py-0.5 hover:bg-wash hover:text-ink aria-pressed:bg-wash aria-pressed:font-medium aria-pressed:text-ink"
            onClick={() => setTheme(theme)}
          >
            {t(`theme.${theme}`)}
          </button>
        ))}
      </span>
    </div>
  );
}
