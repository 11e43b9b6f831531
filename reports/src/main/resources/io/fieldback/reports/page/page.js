(function () {
    var options = JSON.parse(document.getElementById("charts").textContent);
    var drawn = [];

    function colour(name) {
        return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    }

    // Colours are names in the options; the style sheet says what they are, in light and in dark.
    function resolved(value) {
        if (typeof value === "string" && value.charAt(0) === "@") {
            return colour(value.slice(1));
        }
        if (Array.isArray(value)) {
            return value.map(resolved);
        }
        if (value && typeof value === "object") {
            var copy = {};
            Object.keys(value).forEach(function (key) { copy[key] = resolved(value[key]); });
            return copy;
        }
        return value;
    }

    // Slanted names run into one another where there is no room: upright ones do not.
    function narrowed(option, width) {
        var names = option.xAxis && option.xAxis.axisLabel;
        if (names && names.rotate && width < 560) {
            names.rotate = 90;
        }
        return option;
    }

    function draw() {
        drawn.forEach(function (chart) { chart.dispose(); });
        drawn = Object.keys(options).map(function (id) {
            var element = document.getElementById(id);
            var chart = echarts.init(element, null, { renderer: "svg" });
            var option = narrowed(resolved(options[id]), element.clientWidth);
            option.animation = false;
            option.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("text") };
            option.aria = { enabled: true, decal: { show: false } };
            chart.setOption(option);
            return chart;
        });
    }

    draw();
    window.addEventListener("resize", function () { drawn.forEach(function (chart) { chart.resize(); }); });
    window.addEventListener("beforeprint", function () {
        drawn.forEach(function (chart) { chart.resize({ width: Math.min(chart.getWidth(), 980) }); });
    });
    window.addEventListener("afterprint", function () { drawn.forEach(function (chart) { chart.resize(); }); });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
