export type Drawing = ({
    readonly kind: "film";
} & import("./field.js").RecordOf<{
    readonly timesS: {
        readonly list: "number";
    };
    readonly unit: "text";
}>) | ({
    readonly kind: "picture";
} & import("./field.js").RecordOf<{}>) | ({
    readonly kind: "curve";
} & import("./field.js").RecordOf<{
    readonly xs: {
        readonly list: "number";
    };
    readonly xLabel: "text";
    readonly yLabel: "text";
}>) | ({
    readonly kind: "bars";
} & import("./field.js").RecordOf<{
    readonly labels: {
        readonly list: "text";
    };
    readonly yLabel: "text";
}>);
export {};
