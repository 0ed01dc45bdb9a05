export const views = () => [];
