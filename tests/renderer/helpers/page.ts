/** What jsdom lacks of a browser. Import before anything of the renderer. */
if (typeof window.matchMedia !== "function")
  Object.defineProperty(window, "matchMedia", {
    value: (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => {},
      removeEventListener: () => {},
    }),
  });
