// Teams' look for Microsoft's renderer. Colours are the page's own, by name, so a change of theme needs no second drawing.

const both = name => ({ default: `var(--${name})`, subtle: `var(--${name}-soft, var(--${name}))` });

const style = background => ({
  backgroundColor: `var(--${background})`,
  borderColor: "var(--line)",
  foregroundColors: {
    default: { default: "var(--ink)", subtle: "var(--ink-soft)" },
    dark: { default: "var(--ink)", subtle: "var(--ink-soft)" },
    light: { default: "var(--ink-soft)", subtle: "var(--ink-soft)" },
    accent: both("accent"),
    good: both("good"),
    warning: both("warning"),
    attention: both("attention"),
  },
});

const label = { color: "default", isSubtle: false, size: "default", weight: "bolder" };

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: "var(--font)",
  fontTypes: {
    default: {
      fontFamily: "var(--font)",
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: "var(--mono)",
      fontSizes: { small: 12, default: 13, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 36, medium: 52, large: 100 },
  imageSet: { imageSize: "medium", maxImageHeight: 100 },
  containerStyles: {
    default: style("surface"),
    emphasis: style("panel"),
    accent: style("accent-wash"),
    good: style("good-wash"),
    warning: style("warning-wash"),
    attention: style("attention-wash"),
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    iconPlacement: "leftOfTitle",
    allowTitleToWrap: true,
    iconSize: 16,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { ...label, suffix: " (needed)", suffixColor: "default" },
      optionalInputs: label,
    },
    errorMessage: { color: "attention", isSubtle: false, size: "small", weight: "default" },
  },
  factSet: {
    title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 150 },
    value: { color: "default", size: "default", weight: "default", wrap: true },
    spacing: 16,
  },
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: "large", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  table: { cellSpacing: 8 },
};
