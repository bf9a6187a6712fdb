/** A person as a coloured disc with initials; the colour follows from the id. */
const hues = [
  'bg-[#24508f]',
  'bg-[#1d7a4c]',
  'bg-[#7a3fa0]',
  'bg-[#a94f06]',
  'bg-[#2f6f7a]',
  'bg-[#8a3b5c]',
  'bg-[#5b6120]',
  'bg-[#4a4f9a]',
];

export function Avatar({ person, small = false }: { person: { id: string; name: string }; small?: boolean }) {
  let sum = 0;
  for (const character of person.id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  const size = small ? 'size-5.5 text-[10px]' : 'size-8 text-[11.5px]';
  return (
    <span
      title={person.name}
      className={`grid ${size} shrink-0 place-items-center rounded-full font-semibold text-[#fff] ${hues[sum % hues.length]}`}
    >
      <span aria-hidden="true">{initials(person.name)}</span>
      <span className="sr-only">{person.name}</span>
    </span>
  );
}

/** The last two characters of a Chinese name (the given name), the first letters of others. */
function initials(name: string): string {
  const han = /^\p{Script=Han}+/u.exec(name.trim())?.[0];
  if (han) return [...han].slice(-2).join('');
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase())
    .join('');
}
