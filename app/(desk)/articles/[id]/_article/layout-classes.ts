/** What the review has in common with the page that stands there until it is read. */
export const reviewLayout =
  'mx-auto grid max-w-[1180px] gap-x-10 px-4.5 pt-6 pb-48 sm:px-6 lg:grid-cols-[minmax(0,680px)_minmax(320px,380px)] lg:justify-center lg:pb-20 lg:pl-16';

/** The same beside a file (_beside/pane.tsx), which takes the rest of the window. */
export const splitLayout = 'xl:mr-[44vw] xl:ml-0 xl:max-w-none xl:grid-cols-[minmax(0,1fr)_320px] xl:gap-x-7 xl:pl-14';

export const titleClass = 'mt-2 font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]';
