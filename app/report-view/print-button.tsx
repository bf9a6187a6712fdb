'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#ui/button';

export function PrintButton() {
  const t = useTranslations('report');
  return (
    <Button size="small" onClick={() => window.print()}>
      <Printer size={14} /> {t('print')}
    </Button>
  );
}
