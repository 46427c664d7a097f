/** Styles of the page of personas: all it needs, so that it asks for no file. */
export const personaStyles = `
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #f7f9fa; }
.page { max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
header { background: #112f4e; color: #fff; }
header .page { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding-top: .75rem; padding-bottom: .75rem; }
header p { margin: 0; }
.product { font-size: 1.5rem; font-weight: 700; }
main.page { padding-bottom: 3rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 2rem 0 .5rem; }
.lead { margin: 0; max-width: 44rem; font-size: 1.0625rem; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 2.25rem 0 0; }
section p { margin: 0 0 .75rem; color: #3d4551; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
li { display: flex; }
button { flex: 1; display: flex; gap: .875rem; align-items: flex-start; min-height: 4rem; padding: 1rem; font: inherit; text-align: left; color: inherit; background: #fff; border: 1px solid #71767a; border-radius: .5rem; cursor: pointer; }
button:hover { background: #eff6fb; border-color: #005ea2; }
button:focus-visible { outline: .25rem solid #2672de; outline-offset: .125rem; }
.initials { flex: none; width: 2.75rem; height: 2.75rem; line-height: 2.75rem; text-align: center; border-radius: 50%; font-weight: 700; color: #fff; background: #005ea2; }
.who { min-width: 0; overflow-wrap: anywhere; }
strong { margin-right: .25rem; font-size: 1.125rem; }
.role { display: inline-block; padding: 0 .5rem; border-radius: 1rem; font-size: .875rem; color: #0b4778; background: #d9e8f6; }
.organisation, .comes-to { display: block; }
.organisation { font-weight: 600; font-size: .9375rem; }
.comes-to { margin-top: .25rem; font-size: .9375rem; color: #3d4551; }
`;
