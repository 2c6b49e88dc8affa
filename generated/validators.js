// Written by `npm run generate` from spec/. Do not edit.

function fmtDef(validate, compare) {
	return {
		validate,
		compare
	};
}
const fullFormats = {
	date: fmtDef(date, compareDate),
	"date-time": fmtDef(getDateTime(true), compareDateTime)
};
function isLeapYear(year) {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
const DATE = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
const DAYS = [
	0,
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
function date(str) {
	const matches = DATE.exec(str);
	if (!matches) return false;
	const year = +matches[1];
	const month = +matches[2];
	const day = +matches[3];
	return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : DAYS[month]);
}
function compareDate(d1, d2) {
	if (!(d1 && d2)) return void 0;
	if (d1 > d2) return 1;
	if (d1 < d2) return -1;
	return 0;
}
const TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
function getTime(strictTimeZone) {
	return function time(str) {
		const matches = TIME.exec(str);
		if (!matches) return false;
		const hr = +matches[1];
		const min = +matches[2];
		const sec = +matches[3];
		const tz = matches[4];
		const tzSign = matches[5] === "-" ? -1 : 1;
		const tzH = +(matches[6] || 0);
		const tzM = +(matches[7] || 0);
		if (tzH > 23 || tzM > 59 || strictTimeZone && !tz) return false;
		if (hr <= 23 && min <= 59 && sec < 60) return true;
		const utcMin = min - tzM * tzSign;
		const utcHr = hr - tzH * tzSign - (utcMin < 0 ? 1 : 0);
		return (utcHr === 23 || utcHr === -1) && (utcMin === 59 || utcMin === -1) && sec < 61;
	};
}
const DATE_TIME_SEPARATOR = /t|\s/i;
function getDateTime(strictTimeZone) {
	const time = getTime(strictTimeZone);
	return function date_time(str) {
		const dateTime = str.split(DATE_TIME_SEPARATOR);
		return dateTime.length === 2 && date(dateTime[0]) && time(dateTime[1]);
	};
}
function compareDateTime(dt1, dt2) {
	if (!(dt1 && dt2)) return void 0;
	const d1 = new Date(dt1).valueOf();
	const d2 = new Date(dt2).valueOf();
	if (!(d1 && d2)) return void 0;
	return d1 - d2;
}
function ucs2length(str) {
	const len = str.length;
	let length = 0;
	let pos = 0;
	let value;
	while (pos < len) {
		length++;
		value = str.charCodeAt(pos++);
		if (value >= 55296 && value <= 56319 && pos < len) {
			value = str.charCodeAt(pos);
			if ((value & 64512) === 56320) pos++;
		}
	}
	return length;
}
const validateAgentId = validate21;
const pattern0 = new RegExp("^agt_", "u");
function validate21(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern0.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^agt_");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate21.errors = vErrors;
	return errors === 0;
}
const validateAgentNotFound = validate22;
const pattern1 = new RegExp("^req_", "u");
function validate25(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern1.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^req_");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate25.errors = vErrors;
	return errors === 0;
}
function validate24(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.message === void 0) {
			vErrors = addMissing(vErrors, instancePath, "message");
			errors++;
		}
		if (data.request_id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "request_id");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate25(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate24.errors = vErrors;
	return errors === 0;
}
function validate28(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate28.errors = vErrors;
	return errors === 0;
}
function validate23(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate24(data, instancePath)) {
		vErrors = addErrors(vErrors, validate24.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.details !== void 0) {
			if (!validate28(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate28.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
function validate22(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "agent_not_found")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["agent_not_found"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate22.errors = vErrors;
	return errors === 0;
}
const validateAllowedMethods = validate31;
function validate31(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate31.errors = vErrors;
	return errors === 0;
}
const validateApiError = validate32;
function validate33(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "invalid_request")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["invalid_request"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate33.errors = vErrors;
	return errors === 0;
}
function validate36(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "invalid_api_key")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["invalid_api_key"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate36.errors = vErrors;
	return errors === 0;
}
function validate39(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "insufficient_scope")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["insufficient_scope"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate39.errors = vErrors;
	return errors === 0;
}
function validate42(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "policy_violation")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["policy_violation"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate42.errors = vErrors;
	return errors === 0;
}
function validate45(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "budget_exceeded")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["budget_exceeded"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate45.errors = vErrors;
	return errors === 0;
}
function validate48(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "channel_not_found")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["channel_not_found"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate48.errors = vErrors;
	return errors === 0;
}
function validate51(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "session_not_found")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["session_not_found"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate51.errors = vErrors;
	return errors === 0;
}
function validate55(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "not_found")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["not_found"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate55.errors = vErrors;
	return errors === 0;
}
function validate58(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "method_not_allowed")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["method_not_allowed"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate58.errors = vErrors;
	return errors === 0;
}
function validate61(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "session_expired")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["session_expired"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate61.errors = vErrors;
	return errors === 0;
}
function validate64(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "session_closed")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["session_closed"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate64.errors = vErrors;
	return errors === 0;
}
function validate67(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "payload_too_large")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["payload_too_large"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate67.errors = vErrors;
	return errors === 0;
}
function validate70(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "unsupported_media_type")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["unsupported_media_type"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate70.errors = vErrors;
	return errors === 0;
}
const formats0 = /^(?:\/(?:[^~/]|~0|~1)*)*$/;
function validate76(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path === void 0) {
			vErrors = addMissing(vErrors, instancePath, "path");
			errors++;
		}
		if (data.message === void 0) {
			vErrors = addMissing(vErrors, instancePath, "message");
			errors++;
		}
		if (data.path !== void 0) {
			let data0 = data.path;
			if (typeof data0 === "string") {
				if (!formats0.test(data0)) {
					vErrors = addError(vErrors, instancePath + "/path", "format", { format: "json-pointer" }, "must match format \"json-pointer\"");
					errors++;
				}
			} else {
				vErrors = addTypeError(vErrors, instancePath + "/path", "string");
				errors++;
			}
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate76.errors = vErrors;
	return errors === 0;
}
function validate75(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.errors === void 0) {
			vErrors = addMissing(vErrors, instancePath, "errors");
			errors++;
		}
		if (data.errors !== void 0) {
			let data0 = data.errors;
			if (Array.isArray(data0)) {
				if (data0.length < 1) {
					vErrors = addError(vErrors, instancePath + "/errors", "minItems", { limit: 1 }, "must NOT have fewer than 1 items");
					errors++;
				}
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate76(data0[i0], instancePath + "/errors/" + i0)) {
					vErrors = addErrors(vErrors, validate76.errors);
					errors = vErrors.length;
				}
			} else {
				vErrors = addTypeError(vErrors, instancePath + "/errors", "array");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate75.errors = vErrors;
	return errors === 0;
}
function validate73(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate24(data, instancePath)) {
		vErrors = addErrors(vErrors, validate24.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.details === void 0) {
			vErrors = addMissing(vErrors, instancePath, "details");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "validation_failed")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["validation_failed"]);
				errors++;
			}
		}
		if (data.details !== void 0) {
			if (!validate75(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate75.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate73.errors = vErrors;
	return errors === 0;
}
const formats2 = fullFormats["date-time"];
const pattern2 = new RegExp("(?:Z|\\+00:00)$", "u");
function validate83(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern2.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "(?:Z|\\+00:00)$");
			errors++;
		}
		if (!formats2.validate(data)) {
			vErrors = addError(vErrors, instancePath, "format", { format: "date-time" }, "must match format \"date-time\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate83.errors = vErrors;
	return errors === 0;
}
function validate82(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.limit === void 0) {
			vErrors = addMissing(vErrors, instancePath, "limit");
			errors++;
		}
		if (data.remaining === void 0) {
			vErrors = addMissing(vErrors, instancePath, "remaining");
			errors++;
		}
		if (data.reset_at === void 0) {
			vErrors = addMissing(vErrors, instancePath, "reset_at");
			errors++;
		}
		if (data.limit !== void 0) {
			let data0 = data.limit;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				vErrors = addTypeError(vErrors, instancePath + "/limit", "integer");
				errors++;
			}
			if (typeof data0 == "number" && isFinite(data0)) {
				if (data0 < 0 || isNaN(data0)) {
					vErrors = addError(vErrors, instancePath + "/limit", "minimum", {
						comparison: ">=",
						limit: 0
					}, "must be >= 0");
					errors++;
				}
			}
		}
		if (data.remaining !== void 0) {
			let data1 = data.remaining;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				vErrors = addTypeError(vErrors, instancePath + "/remaining", "integer");
				errors++;
			}
			if (typeof data1 == "number" && isFinite(data1)) {
				if (data1 < 0 || isNaN(data1)) {
					vErrors = addError(vErrors, instancePath + "/remaining", "minimum", {
						comparison: ">=",
						limit: 0
					}, "must be >= 0");
					errors++;
				}
			}
		}
		if (data.reset_at !== void 0) {
			if (!validate83(data.reset_at, instancePath + "/reset_at")) {
				vErrors = addErrors(vErrors, validate83.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate82.errors = vErrors;
	return errors === 0;
}
function validate80(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate24(data, instancePath)) {
		vErrors = addErrors(vErrors, validate24.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.details === void 0) {
			vErrors = addMissing(vErrors, instancePath, "details");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "rate_limit_exceeded")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["rate_limit_exceeded"]);
				errors++;
			}
		}
		if (data.details !== void 0) {
			if (!validate82(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate82.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate80.errors = vErrors;
	return errors === 0;
}
function validate87(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!validate23(data, instancePath)) {
		vErrors = addErrors(vErrors, validate23.errors);
		errors = vErrors.length;
	}
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.code !== void 0) {
			let data0 = data.code;
			if (typeof data0 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data0 === "internal_error")) {
				vErrors = addEnum(vErrors, instancePath + "/code", ["internal_error"]);
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate87.errors = vErrors;
	return errors === 0;
}
function validate32(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (!validate33(data, instancePath)) {
		vErrors = addErrors(vErrors, validate33.errors);
		errors = vErrors.length;
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const _errs2 = errors;
		if (!validate36(data, instancePath)) {
			vErrors = addErrors(vErrors, validate36.errors);
			errors = vErrors.length;
		}
		var _valid0 = _errs2 === errors;
		valid0 = valid0 || _valid0;
		if (!valid0) {
			const _errs3 = errors;
			if (!validate39(data, instancePath)) {
				vErrors = addErrors(vErrors, validate39.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid0 = valid0 || _valid0;
			if (!valid0) {
				const _errs4 = errors;
				if (!validate42(data, instancePath)) {
					vErrors = addErrors(vErrors, validate42.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid0 = valid0 || _valid0;
				if (!valid0) {
					const _errs5 = errors;
					if (!validate45(data, instancePath)) {
						vErrors = addErrors(vErrors, validate45.errors);
						errors = vErrors.length;
					}
					var _valid0 = _errs5 === errors;
					valid0 = valid0 || _valid0;
					if (!valid0) {
						const _errs6 = errors;
						if (!validate48(data, instancePath)) {
							vErrors = addErrors(vErrors, validate48.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs6 === errors;
						valid0 = valid0 || _valid0;
						if (!valid0) {
							const _errs7 = errors;
							if (!validate51(data, instancePath)) {
								vErrors = addErrors(vErrors, validate51.errors);
								errors = vErrors.length;
							}
							var _valid0 = _errs7 === errors;
							valid0 = valid0 || _valid0;
							if (!valid0) {
								const _errs8 = errors;
								if (!validate22(data, instancePath)) {
									vErrors = addErrors(vErrors, validate22.errors);
									errors = vErrors.length;
								}
								var _valid0 = _errs8 === errors;
								valid0 = valid0 || _valid0;
								if (!valid0) {
									const _errs9 = errors;
									if (!validate55(data, instancePath)) {
										vErrors = addErrors(vErrors, validate55.errors);
										errors = vErrors.length;
									}
									var _valid0 = _errs9 === errors;
									valid0 = valid0 || _valid0;
									if (!valid0) {
										const _errs10 = errors;
										if (!validate58(data, instancePath)) {
											vErrors = addErrors(vErrors, validate58.errors);
											errors = vErrors.length;
										}
										var _valid0 = _errs10 === errors;
										valid0 = valid0 || _valid0;
										if (!valid0) {
											const _errs11 = errors;
											if (!validate61(data, instancePath)) {
												vErrors = addErrors(vErrors, validate61.errors);
												errors = vErrors.length;
											}
											var _valid0 = _errs11 === errors;
											valid0 = valid0 || _valid0;
											if (!valid0) {
												const _errs12 = errors;
												if (!validate64(data, instancePath)) {
													vErrors = addErrors(vErrors, validate64.errors);
													errors = vErrors.length;
												}
												var _valid0 = _errs12 === errors;
												valid0 = valid0 || _valid0;
												if (!valid0) {
													const _errs13 = errors;
													if (!validate67(data, instancePath)) {
														vErrors = addErrors(vErrors, validate67.errors);
														errors = vErrors.length;
													}
													var _valid0 = _errs13 === errors;
													valid0 = valid0 || _valid0;
													if (!valid0) {
														const _errs14 = errors;
														if (!validate70(data, instancePath)) {
															vErrors = addErrors(vErrors, validate70.errors);
															errors = vErrors.length;
														}
														var _valid0 = _errs14 === errors;
														valid0 = valid0 || _valid0;
														if (!valid0) {
															const _errs15 = errors;
															if (!validate73(data, instancePath)) {
																vErrors = addErrors(vErrors, validate73.errors);
																errors = vErrors.length;
															}
															var _valid0 = _errs15 === errors;
															valid0 = valid0 || _valid0;
															if (!valid0) {
																const _errs16 = errors;
																if (!validate80(data, instancePath)) {
																	vErrors = addErrors(vErrors, validate80.errors);
																	errors = vErrors.length;
																}
																var _valid0 = _errs16 === errors;
																valid0 = valid0 || _valid0;
																if (!valid0) {
																	const _errs17 = errors;
																	if (!validate87(data, instancePath)) {
																		vErrors = addErrors(vErrors, validate87.errors);
																		errors = vErrors.length;
																	}
																	var _valid0 = _errs17 === errors;
																	valid0 = valid0 || _valid0;
																}
															}
														}
													}
												}
											}
										}
									}
								}
							}
						}
					}
				}
			}
		}
	}
	if (!valid0) {
		vErrors = addError(vErrors, instancePath, "anyOf", {}, "must match a schema in anyOf");
		errors++;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate32.errors = vErrors;
	return errors === 0;
}
const validateAssistantMessage = validate90;
const pattern3 = new RegExp("^msg_", "u");
function validate91(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^msg_");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate91.errors = vErrors;
	return errors === 0;
}
const pattern4 = new RegExp("^ses_", "u");
function validate93(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^ses_");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate93.errors = vErrors;
	return errors === 0;
}
function validate90(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "id");
			errors++;
		}
		if (data.session_id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "session_id");
			errors++;
		}
		if (data.content === void 0) {
			vErrors = addMissing(vErrors, instancePath, "content");
			errors++;
		}
		if (data.created_at === void 0) {
			vErrors = addMissing(vErrors, instancePath, "created_at");
			errors++;
		}
		if (data.role === void 0) {
			vErrors = addMissing(vErrors, instancePath, "role");
			errors++;
		}
		if (data.tokens === void 0) {
			vErrors = addMissing(vErrors, instancePath, "tokens");
			errors++;
		}
		if (data.model === void 0) {
			vErrors = addMissing(vErrors, instancePath, "model");
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate91(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate91.errors);
				errors = vErrors.length;
			}
		}
		if (data.session_id !== void 0) {
			if (!validate93(data.session_id, instancePath + "/session_id")) {
				vErrors = addErrors(vErrors, validate93.errors);
				errors = vErrors.length;
			}
		}
		if (data.content !== void 0) {
			if (typeof data.content !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/content", "string");
				errors++;
			}
		}
		if (data.created_at !== void 0) {
			if (!validate83(data.created_at, instancePath + "/created_at")) {
				vErrors = addErrors(vErrors, validate83.errors);
				errors = vErrors.length;
			}
		}
		if (data.role !== void 0) {
			let data4 = data.role;
			if (typeof data4 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/role", "string");
				errors++;
			}
			if (!(data4 === "assistant")) {
				vErrors = addEnum(vErrors, instancePath + "/role", ["assistant"]);
				errors++;
			}
		}
		if (data.tokens !== void 0) {
			let data5 = data.tokens;
			if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
				vErrors = addTypeError(vErrors, instancePath + "/tokens", "integer");
				errors++;
			}
			if (typeof data5 == "number" && isFinite(data5)) {
				if (data5 < 0 || isNaN(data5)) {
					vErrors = addError(vErrors, instancePath + "/tokens", "minimum", {
						comparison: ">=",
						limit: 0
					}, "must be >= 0");
					errors++;
				}
			}
		}
		if (data.model !== void 0) {
			if (typeof data.model !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/model", "string");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate90.errors = vErrors;
	return errors === 0;
}
const validateBearerChallenge = validate96;
const pattern5 = new RegExp("^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$", "u");
function validate96(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern5.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate96.errors = vErrors;
	return errors === 0;
}
const validateBudgetExceeded = validate45;
const validateChannelId = validate97;
const pattern6 = new RegExp("^ch_", "u");
function validate97(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern6.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^ch_");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate97.errors = vErrors;
	return errors === 0;
}
const validateChannelNotFound = validate48;
const validateCreateSessionRequest = validate98;
function validate99(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate99.errors = vErrors;
	return errors === 0;
}
function validate98(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.agent_id !== void 0) {
			if (typeof data.agent_id !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/agent_id", "string");
				errors++;
			}
		}
		if (data.metadata !== void 0) {
			if (!validate99(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate99.errors);
				errors = vErrors.length;
			}
		}
		if (data.initial_context !== void 0) {
			if (typeof data.initial_context !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/initial_context", "string");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate98.errors = vErrors;
	return errors === 0;
}
const validateErrorBase = validate24;
const validateErrorDetails = validate28;
const validateErrorEnvelope = validate101;
function validate101(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate32(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate32.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate101.errors = vErrors;
	return errors === 0;
}
const validateFieldError = validate76;
const validateFieldErrors = validate75;
const validateInsufficientScope = validate39;
const validateInternalError = validate87;
const validateInvalidApiKey = validate36;
const validateInvalidRequest = validate33;
const validateMessage = validate103;
function validate104(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "id");
			errors++;
		}
		if (data.session_id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "session_id");
			errors++;
		}
		if (data.content === void 0) {
			vErrors = addMissing(vErrors, instancePath, "content");
			errors++;
		}
		if (data.created_at === void 0) {
			vErrors = addMissing(vErrors, instancePath, "created_at");
			errors++;
		}
		if (data.role === void 0) {
			vErrors = addMissing(vErrors, instancePath, "role");
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate91(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate91.errors);
				errors = vErrors.length;
			}
		}
		if (data.session_id !== void 0) {
			if (!validate93(data.session_id, instancePath + "/session_id")) {
				vErrors = addErrors(vErrors, validate93.errors);
				errors = vErrors.length;
			}
		}
		if (data.content !== void 0) {
			if (typeof data.content !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/content", "string");
				errors++;
			}
		}
		if (data.created_at !== void 0) {
			if (!validate83(data.created_at, instancePath + "/created_at")) {
				vErrors = addErrors(vErrors, validate83.errors);
				errors = vErrors.length;
			}
		}
		if (data.role !== void 0) {
			let data4 = data.role;
			if (typeof data4 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/role", "string");
				errors++;
			}
			if (!(data4 === "user")) {
				vErrors = addEnum(vErrors, instancePath + "/role", ["user"]);
				errors++;
			}
		}
		if (data.metadata !== void 0) {
			if (!validate99(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate99.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate104.errors = vErrors;
	return errors === 0;
}
function validate103(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (!validate104(data, instancePath)) {
		vErrors = addErrors(vErrors, validate104.errors);
		errors = vErrors.length;
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const _errs2 = errors;
		if (!validate90(data, instancePath)) {
			vErrors = addErrors(vErrors, validate90.errors);
			errors = vErrors.length;
		}
		var _valid0 = _errs2 === errors;
		valid0 = valid0 || _valid0;
	}
	if (!valid0) {
		vErrors = addError(vErrors, instancePath, "anyOf", {}, "must match a schema in anyOf");
		errors++;
	} else {
		errors = _errs0;
		if (vErrors !== null) {
			if (_errs0) vErrors.length = _errs0;
			else vErrors = null;
		}
	}
	validate103.errors = vErrors;
	return errors === 0;
}
const validateMessageDelta = validate111;
function validate111(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "id");
			errors++;
		}
		if (data.session_id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "session_id");
			errors++;
		}
		if (data.delta === void 0) {
			vErrors = addMissing(vErrors, instancePath, "delta");
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate91(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate91.errors);
				errors = vErrors.length;
			}
		}
		if (data.session_id !== void 0) {
			if (!validate93(data.session_id, instancePath + "/session_id")) {
				vErrors = addErrors(vErrors, validate93.errors);
				errors = vErrors.length;
			}
		}
		if (data.delta !== void 0) {
			if (typeof data.delta !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/delta", "string");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate111.errors = vErrors;
	return errors === 0;
}
const validateMessageId = validate91;
const validateMessagePage = validate114;
function validate114(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.data === void 0) {
			vErrors = addMissing(vErrors, instancePath, "data");
			errors++;
		}
		if (data.has_more === void 0) {
			vErrors = addMissing(vErrors, instancePath, "has_more");
			errors++;
		}
		if (data.next_cursor === void 0) {
			vErrors = addMissing(vErrors, instancePath, "next_cursor");
			errors++;
		}
		if (data.data !== void 0) {
			let data0 = data.data;
			if (Array.isArray(data0)) {
				const len0 = data0.length;
				for (let i0 = 0; i0 < len0; i0++) if (!validate103(data0[i0], instancePath + "/data/" + i0)) {
					vErrors = addErrors(vErrors, validate103.errors);
					errors = vErrors.length;
				}
			} else {
				vErrors = addTypeError(vErrors, instancePath + "/data", "array");
				errors++;
			}
		}
		if (data.has_more !== void 0) {
			if (typeof data.has_more !== "boolean") {
				vErrors = addTypeError(vErrors, instancePath + "/has_more", "boolean");
				errors++;
			}
		}
		if (data.next_cursor !== void 0) {
			let data3 = data.next_cursor;
			const _errs7 = errors;
			let valid3 = false;
			const _errs8 = errors;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/next_cursor", "string");
				errors++;
			}
			var _valid0 = _errs8 === errors;
			valid3 = valid3 || _valid0;
			if (!valid3) {
				const _errs10 = errors;
				if (data3 !== null) {
					vErrors = addTypeError(vErrors, instancePath + "/next_cursor", "null");
					errors++;
				}
				var _valid0 = _errs10 === errors;
				valid3 = valid3 || _valid0;
			}
			if (!valid3) {
				vErrors = addError(vErrors, instancePath + "/next_cursor", "anyOf", {}, "must match a schema in anyOf");
				errors++;
			} else {
				errors = _errs7;
				if (vErrors !== null) {
					if (_errs7) vErrors.length = _errs7;
					else vErrors = null;
				}
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate114.errors = vErrors;
	return errors === 0;
}
const validateMessageStream = validate116;
function validate116(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate116.errors = vErrors;
	return errors === 0;
}
const validateMetadata = validate99;
const validateMethodNotAllowed = validate58;
const validatePayloadTooLarge = validate67;
const validatePlainError = validate23;
const validatePolicyViolation = validate42;
const validateRateLimitExceeded = validate80;
const validateRateLimitState = validate82;
const validateRequestId = validate25;
const validateRetryDelay = validate117;
function validate117(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		vErrors = addTypeError(vErrors, instancePath, "integer");
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 0 || isNaN(data)) {
			vErrors = addError(vErrors, instancePath, "minimum", {
				comparison: ">=",
				limit: 0
			}, "must be >= 0");
			errors++;
		}
	}
	validate117.errors = vErrors;
	return errors === 0;
}
const validateRouteNotFound = validate55;
const validateSendMessageRequest = validate118;
const func2 = ucs2length;
function validate118(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.message === void 0) {
			vErrors = addMissing(vErrors, instancePath, "message");
			errors++;
		}
		if (data.message !== void 0) {
			let data0 = data.message;
			if (typeof data0 === "string") {
				if (func2(data0) > 32768) {
					vErrors = addError(vErrors, instancePath + "/message", "maxLength", { limit: 32768 }, "must NOT have more than 32768 characters");
					errors++;
				}
				if (func2(data0) < 1) {
					vErrors = addError(vErrors, instancePath + "/message", "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
					errors++;
				}
			} else {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.session_id !== void 0) {
			if (typeof data.session_id !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/session_id", "string");
				errors++;
			}
		}
		if (data.stream !== void 0) {
			if (typeof data.stream !== "boolean") {
				vErrors = addTypeError(vErrors, instancePath + "/stream", "boolean");
				errors++;
			}
		}
		if (data.metadata !== void 0) {
			if (!validate99(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate99.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate118.errors = vErrors;
	return errors === 0;
}
const validateSession = validate120;
function validate124(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	if (!(data === "active" || data === "expired" || data === "closed")) {
		vErrors = addEnum(vErrors, instancePath, [
			"active",
			"expired",
			"closed"
		]);
		errors++;
	}
	validate124.errors = vErrors;
	return errors === 0;
}
function validate120(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "id");
			errors++;
		}
		if (data.channel_id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "channel_id");
			errors++;
		}
		if (data.agent_id === void 0) {
			vErrors = addMissing(vErrors, instancePath, "agent_id");
			errors++;
		}
		if (data.status === void 0) {
			vErrors = addMissing(vErrors, instancePath, "status");
			errors++;
		}
		if (data.message_count === void 0) {
			vErrors = addMissing(vErrors, instancePath, "message_count");
			errors++;
		}
		if (data.metadata === void 0) {
			vErrors = addMissing(vErrors, instancePath, "metadata");
			errors++;
		}
		if (data.created_at === void 0) {
			vErrors = addMissing(vErrors, instancePath, "created_at");
			errors++;
		}
		if (data.expires_at === void 0) {
			vErrors = addMissing(vErrors, instancePath, "expires_at");
			errors++;
		}
		if (data.id !== void 0) {
			if (!validate93(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate93.errors);
				errors = vErrors.length;
			}
		}
		if (data.channel_id !== void 0) {
			if (!validate97(data.channel_id, instancePath + "/channel_id")) {
				vErrors = addErrors(vErrors, validate97.errors);
				errors = vErrors.length;
			}
		}
		if (data.agent_id !== void 0) {
			if (!validate21(data.agent_id, instancePath + "/agent_id")) {
				vErrors = addErrors(vErrors, validate21.errors);
				errors = vErrors.length;
			}
		}
		if (data.status !== void 0) {
			if (!validate124(data.status, instancePath + "/status")) {
				vErrors = addErrors(vErrors, validate124.errors);
				errors = vErrors.length;
			}
		}
		if (data.message_count !== void 0) {
			let data4 = data.message_count;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
				vErrors = addTypeError(vErrors, instancePath + "/message_count", "integer");
				errors++;
			}
			if (typeof data4 == "number" && isFinite(data4)) {
				if (data4 < 0 || isNaN(data4)) {
					vErrors = addError(vErrors, instancePath + "/message_count", "minimum", {
						comparison: ">=",
						limit: 0
					}, "must be >= 0");
					errors++;
				}
			}
		}
		if (data.metadata !== void 0) {
			if (!validate99(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate99.errors);
				errors = vErrors.length;
			}
		}
		if (data.created_at !== void 0) {
			if (!validate83(data.created_at, instancePath + "/created_at")) {
				vErrors = addErrors(vErrors, validate83.errors);
				errors = vErrors.length;
			}
		}
		if (data.expires_at !== void 0) {
			if (!validate83(data.expires_at, instancePath + "/expires_at")) {
				vErrors = addErrors(vErrors, validate83.errors);
				errors = vErrors.length;
			}
		}
		if (data.last_message_at !== void 0) {
			if (!validate83(data.last_message_at, instancePath + "/last_message_at")) {
				vErrors = addErrors(vErrors, validate83.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate120.errors = vErrors;
	return errors === 0;
}
const validateSessionClosed = validate64;
const validateSessionExpired = validate61;
const validateSessionId = validate93;
const validateSessionLocation = validate130;
const pattern7 = new RegExp("^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$", "u");
function validate130(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate130.errors = vErrors;
	return errors === 0;
}
const validateSessionNotFound = validate51;
const validateSessionStatus = validate124;
const validateTimestamp = validate83;
const validateUnsupportedMediaType = validate70;
const validateUserMessage = validate104;
const validateValidationFailed = validate73;
const validateXChannelUserIdParameter = validate131;
function validate131(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			vErrors = addError(vErrors, instancePath, "maxLength", { limit: 128 }, "must NOT have more than 128 characters");
			errors++;
		}
		if (func2(data) < 1) {
			vErrors = addError(vErrors, instancePath, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate131.errors = vErrors;
	return errors === 0;
}
const validateThinklioVersionParameter = validate132;
const formats4 = fullFormats.date;
function validate132(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!formats4.validate(data)) {
			vErrors = addError(vErrors, instancePath, "format", { format: "date" }, "must match format \"date\"");
			errors++;
		}
		if (formats4.compare(data, "2026-03-01") < 0) {
			vErrors = addError(vErrors, instancePath, "formatMinimum", {
				comparison: ">=",
				limit: "2026-03-01"
			}, "should be >= 2026-03-01");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate132.errors = vErrors;
	return errors === 0;
}
const validateChannelIdParameter = validate133;
function validate133(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			vErrors = addError(vErrors, instancePath, "maxLength", { limit: 128 }, "must NOT have more than 128 characters");
			errors++;
		}
		if (func2(data) < 1) {
			vErrors = addError(vErrors, instancePath, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate133.errors = vErrors;
	return errors === 0;
}
const validateInvalidRequestEnvelope = validate134;
function validate134(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate33(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate33.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate134.errors = vErrors;
	return errors === 0;
}
const validateWWWAuthenticateHeader = validate136;
function validate136(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern5.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate136.errors = vErrors;
	return errors === 0;
}
const validateInvalidApiKeyEnvelope = validate137;
function validate137(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate36(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate36.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate137.errors = vErrors;
	return errors === 0;
}
const validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope = validate139;
function validate139(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			let data0 = data.error;
			const _errs2 = errors;
			let valid1 = false;
			const _errs3 = errors;
			if (!validate39(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate39.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate42(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate42.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid1 = valid1 || _valid0;
				if (!valid1) {
					const _errs5 = errors;
					if (!validate45(data0, instancePath + "/error")) {
						vErrors = addErrors(vErrors, validate45.errors);
						errors = vErrors.length;
					}
					var _valid0 = _errs5 === errors;
					valid1 = valid1 || _valid0;
				}
			}
			if (!valid1) {
				vErrors = addError(vErrors, instancePath + "/error", "anyOf", {}, "must match a schema in anyOf");
				errors++;
			} else {
				errors = _errs2;
				if (vErrors !== null) {
					if (_errs2) vErrors.length = _errs2;
					else vErrors = null;
				}
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate139.errors = vErrors;
	return errors === 0;
}
const validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope = validate143;
function validate143(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			let data0 = data.error;
			const _errs2 = errors;
			let valid1 = false;
			const _errs3 = errors;
			if (!validate48(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate48.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate51(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate51.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid1 = valid1 || _valid0;
				if (!valid1) {
					const _errs5 = errors;
					if (!validate55(data0, instancePath + "/error")) {
						vErrors = addErrors(vErrors, validate55.errors);
						errors = vErrors.length;
					}
					var _valid0 = _errs5 === errors;
					valid1 = valid1 || _valid0;
				}
			}
			if (!valid1) {
				vErrors = addError(vErrors, instancePath + "/error", "anyOf", {}, "must match a schema in anyOf");
				errors++;
			} else {
				errors = _errs2;
				if (vErrors !== null) {
					if (_errs2) vErrors.length = _errs2;
					else vErrors = null;
				}
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate143.errors = vErrors;
	return errors === 0;
}
const validateAllowHeader = validate147;
function validate147(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate147.errors = vErrors;
	return errors === 0;
}
const validateMethodNotAllowedEnvelope = validate148;
function validate148(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate58(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate58.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate148.errors = vErrors;
	return errors === 0;
}
const validateSessionExpiredOrSessionClosedEnvelope = validate150;
function validate150(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			let data0 = data.error;
			const _errs2 = errors;
			let valid1 = false;
			const _errs3 = errors;
			if (!validate61(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate61.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate64(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate64.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid1 = valid1 || _valid0;
			}
			if (!valid1) {
				vErrors = addError(vErrors, instancePath + "/error", "anyOf", {}, "must match a schema in anyOf");
				errors++;
			} else {
				errors = _errs2;
				if (vErrors !== null) {
					if (_errs2) vErrors.length = _errs2;
					else vErrors = null;
				}
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate150.errors = vErrors;
	return errors === 0;
}
const validatePayloadTooLargeEnvelope = validate153;
function validate153(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate67(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate67.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate153.errors = vErrors;
	return errors === 0;
}
const validateUnsupportedMediaTypeEnvelope = validate155;
function validate155(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate70(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate70.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate155.errors = vErrors;
	return errors === 0;
}
const validateValidationFailedEnvelope = validate157;
function validate157(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate73(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate73.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate157.errors = vErrors;
	return errors === 0;
}
const validateRetryAfterHeader = validate159;
function validate159(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		vErrors = addTypeError(vErrors, instancePath, "integer");
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data < 0 || isNaN(data)) {
			vErrors = addError(vErrors, instancePath, "minimum", {
				comparison: ">=",
				limit: 0
			}, "must be >= 0");
			errors++;
		}
	}
	validate159.errors = vErrors;
	return errors === 0;
}
const validateRateLimitExceededEnvelope = validate160;
function validate160(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate80(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate80.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate160.errors = vErrors;
	return errors === 0;
}
const validateInternalErrorEnvelope = validate162;
function validate162(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate87(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate87.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate162.errors = vErrors;
	return errors === 0;
}
const validateLocationHeader = validate164;
function validate164(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			vErrors = addPatternError(vErrors, instancePath, "^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate164.errors = vErrors;
	return errors === 0;
}
const validateInsufficientScopeEnvelope = validate165;
function validate165(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate39(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate39.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate165.errors = vErrors;
	return errors === 0;
}
const validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope = validate167;
function validate167(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			let data0 = data.error;
			const _errs2 = errors;
			let valid1 = false;
			const _errs3 = errors;
			if (!validate48(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate48.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate22(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate22.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid1 = valid1 || _valid0;
				if (!valid1) {
					const _errs5 = errors;
					if (!validate55(data0, instancePath + "/error")) {
						vErrors = addErrors(vErrors, validate55.errors);
						errors = vErrors.length;
					}
					var _valid0 = _errs5 === errors;
					valid1 = valid1 || _valid0;
				}
			}
			if (!valid1) {
				vErrors = addError(vErrors, instancePath + "/error", "anyOf", {}, "must match a schema in anyOf");
				errors++;
			} else {
				errors = _errs2;
				if (vErrors !== null) {
					if (_errs2) vErrors.length = _errs2;
					else vErrors = null;
				}
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate167.errors = vErrors;
	return errors === 0;
}
const validateSessionIdParameter = validate171;
function validate171(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (func2(data) > 128) {
			vErrors = addError(vErrors, instancePath, "maxLength", { limit: 128 }, "must NOT have more than 128 characters");
			errors++;
		}
		if (func2(data) < 1) {
			vErrors = addError(vErrors, instancePath, "minLength", { limit: 1 }, "must NOT have fewer than 1 characters");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate171.errors = vErrors;
	return errors === 0;
}
const validateSessionNotFoundOrRouteNotFoundEnvelope = validate172;
function validate172(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			let data0 = data.error;
			const _errs2 = errors;
			let valid1 = false;
			const _errs3 = errors;
			if (!validate51(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate51.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate55(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate55.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid1 = valid1 || _valid0;
			}
			if (!valid1) {
				vErrors = addError(vErrors, instancePath + "/error", "anyOf", {}, "must match a schema in anyOf");
				errors++;
			} else {
				errors = _errs2;
				if (vErrors !== null) {
					if (_errs2) vErrors.length = _errs2;
					else vErrors = null;
				}
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate172.errors = vErrors;
	return errors === 0;
}
const validateSessionExpiredEnvelope = validate175;
function validate175(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate61(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate61.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate175.errors = vErrors;
	return errors === 0;
}
const validateLimitParameter = validate177;
function validate177(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		vErrors = addTypeError(vErrors, instancePath, "integer");
		errors++;
	}
	if (typeof data == "number" && isFinite(data)) {
		if (data > 100 || isNaN(data)) {
			vErrors = addError(vErrors, instancePath, "maximum", {
				comparison: "<=",
				limit: 100
			}, "must be <= 100");
			errors++;
		}
		if (data < 1 || isNaN(data)) {
			vErrors = addError(vErrors, instancePath, "minimum", {
				comparison: ">=",
				limit: 1
			}, "must be >= 1");
			errors++;
		}
	}
	validate177.errors = vErrors;
	return errors === 0;
}
const validateCursorParameter = validate178;
function validate178(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate178.errors = vErrors;
	return errors === 0;
}
function addError(errors, instancePath, keyword, params, message) {
	const error = {
		instancePath,
		keyword,
		params,
		message
	};
	if (errors === null) return [error];
	errors.push(error);
	return errors;
}
function addTypeError(errors, instancePath, type) {
	return addError(errors, instancePath, "type", { type }, "must be " + type);
}
function addEnum(errors, instancePath, allowedValues) {
	return addError(errors, instancePath, "enum", { allowedValues }, "must be equal to one of the allowed values");
}
function addPatternError(errors, instancePath, pattern) {
	return addError(errors, instancePath, "pattern", { pattern }, "must match pattern \"" + pattern + "\"");
}
function addMissing(errors, instancePath, missingProperty) {
	return addError(errors, instancePath, "required", { missingProperty }, "must have required property '" + missingProperty + "'");
}
function addErrors(errors, more) {
	if (errors === null) return [...more];
	for (const error of more) errors.push(error);
	return errors;
}
export { validateAgentId, validateAgentNotFound, validateAllowHeader, validateAllowedMethods, validateApiError, validateAssistantMessage, validateBearerChallenge, validateBudgetExceeded, validateChannelId, validateChannelIdParameter, validateChannelNotFound, validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope, validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope, validateCreateSessionRequest, validateCursorParameter, validateErrorBase, validateErrorDetails, validateErrorEnvelope, validateFieldError, validateFieldErrors, validateInsufficientScope, validateInsufficientScopeEnvelope, validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope, validateInternalError, validateInternalErrorEnvelope, validateInvalidApiKey, validateInvalidApiKeyEnvelope, validateInvalidRequest, validateInvalidRequestEnvelope, validateLimitParameter, validateLocationHeader, validateMessage, validateMessageDelta, validateMessageId, validateMessagePage, validateMessageStream, validateMetadata, validateMethodNotAllowed, validateMethodNotAllowedEnvelope, validatePayloadTooLarge, validatePayloadTooLargeEnvelope, validatePlainError, validatePolicyViolation, validateRateLimitExceeded, validateRateLimitExceededEnvelope, validateRateLimitState, validateRequestId, validateRetryAfterHeader, validateRetryDelay, validateRouteNotFound, validateSendMessageRequest, validateSession, validateSessionClosed, validateSessionExpired, validateSessionExpiredEnvelope, validateSessionExpiredOrSessionClosedEnvelope, validateSessionId, validateSessionIdParameter, validateSessionLocation, validateSessionNotFound, validateSessionNotFoundOrRouteNotFoundEnvelope, validateSessionStatus, validateThinklioVersionParameter, validateTimestamp, validateUnsupportedMediaType, validateUnsupportedMediaTypeEnvelope, validateUserMessage, validateValidationFailed, validateValidationFailedEnvelope, validateWWWAuthenticateHeader, validateXChannelUserIdParameter };
