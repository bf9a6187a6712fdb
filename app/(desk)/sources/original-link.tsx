import { getFormatter, getTranslations } from 'next-intl/server';
import { fileSize } from '../../words/file-size';

/** Saves an original byte for byte. Nothing where its bytes are not kept. */
export async function OriginalLink({ id, size }: { id: string; size: number | null }) {
  const [t, format] = await Promise.all([getTranslations('intake.sources'), getFormatter()]);
  if (size === null) return null;
  return (
    <a href={`/snapshots/${id}/original`} download className="text-accent hover:underline">
      {t('bytes', { size: fileSize(format, size) })}
    </a>
  );
}
