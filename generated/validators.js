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
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^agt_" }, "must match pattern \"^agt_\"");
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
const schema7 = {
	"$id": "AgentNotFound",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["agent_not_found"]
		}
	}
};
const pattern1 = new RegExp("^req_", "u");
function validate23(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern1.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^req_" }, "must match pattern \"^req_\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate23.errors = vErrors;
	return errors === 0;
}
function validate25(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate25.errors = vErrors;
	return errors === 0;
}
function validate22(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "agent_not_found")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema7.properties.code.enum }, "must be equal to one of the allowed values");
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
const validateAllowedMethods = validate27;
function validate27(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate27.errors = vErrors;
	return errors === 0;
}
const validateApiError = validate28;
const schema12 = {
	"$id": "InvalidRequest",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["invalid_request"]
		}
	},
	"x-max-depth": 1e3
};
function validate29(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "invalid_request")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema12.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate29.errors = vErrors;
	return errors === 0;
}
const schema13 = {
	"$id": "InvalidApiKey",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["invalid_api_key"]
		}
	}
};
function validate33(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "invalid_api_key")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema13.properties.code.enum }, "must be equal to one of the allowed values");
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
const schema14 = {
	"$id": "InsufficientScope",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["insufficient_scope"]
		}
	}
};
function validate37(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "insufficient_scope")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema14.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate37.errors = vErrors;
	return errors === 0;
}
const schema15 = {
	"$id": "PolicyViolation",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["policy_violation"]
		}
	}
};
function validate41(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "policy_violation")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema15.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate41.errors = vErrors;
	return errors === 0;
}
const schema16 = {
	"$id": "BudgetExceeded",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["budget_exceeded"]
		}
	}
};
function validate45(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "budget_exceeded")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema16.properties.code.enum }, "must be equal to one of the allowed values");
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
const schema17 = {
	"$id": "ChannelNotFound",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["channel_not_found"]
		}
	}
};
function validate49(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "channel_not_found")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema17.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate49.errors = vErrors;
	return errors === 0;
}
const schema18 = {
	"$id": "SessionNotFound",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["session_not_found"]
		}
	}
};
function validate53(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "session_not_found")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema18.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate53.errors = vErrors;
	return errors === 0;
}
const schema19 = {
	"$id": "RouteNotFound",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["not_found"]
		}
	}
};
function validate58(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "not_found")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema19.properties.code.enum }, "must be equal to one of the allowed values");
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
const schema20 = {
	"$id": "MethodNotAllowed",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["method_not_allowed"]
		}
	}
};
function validate62(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "method_not_allowed")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema20.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate62.errors = vErrors;
	return errors === 0;
}
const schema21 = {
	"$id": "SessionExpired",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["session_expired"]
		}
	}
};
function validate66(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "session_expired")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema21.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate66.errors = vErrors;
	return errors === 0;
}
const schema22 = {
	"$id": "SessionClosed",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["session_closed"]
		}
	}
};
function validate70(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "session_closed")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema22.properties.code.enum }, "must be equal to one of the allowed values");
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
const schema23 = {
	"$id": "PayloadTooLarge",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["payload_too_large"]
		}
	},
	"x-max-bytes": 262144
};
function validate74(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "payload_too_large")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema23.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate74.errors = vErrors;
	return errors === 0;
}
const schema24 = {
	"$id": "UnsupportedMediaType",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["unsupported_media_type"]
		}
	}
};
function validate78(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "unsupported_media_type")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema24.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate78.errors = vErrors;
	return errors === 0;
}
const schema25 = {
	"$id": "ValidationFailed",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code",
		"details"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"code": {
			"type": "string",
			"enum": ["validation_failed"]
		},
		"details": { "$ref": "FieldErrors" }
	}
};
const formats0 = /^(?:\/(?:[^~/]|~0|~1)*)*$/;
function validate85(data, instancePath = "") {
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
	validate85.errors = vErrors;
	return errors === 0;
}
function validate84(data, instancePath = "") {
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
				for (let i0 = 0; i0 < len0; i0++) if (!validate85(data0[i0], instancePath + "/errors/" + i0)) {
					vErrors = addErrors(vErrors, validate85.errors);
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
	validate84.errors = vErrors;
	return errors === 0;
}
function validate82(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.details === void 0) {
			vErrors = addMissing(vErrors, instancePath, "details");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data2 = data.code;
			if (typeof data2 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data2 === "validation_failed")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema25.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
		if (data.details !== void 0) {
			if (!validate84(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate84.errors);
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
const schema28 = {
	"$id": "RateLimitExceeded",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code",
		"details"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"code": {
			"type": "string",
			"enum": ["rate_limit_exceeded"]
		},
		"details": { "$ref": "RateLimitState" }
	}
};
const formats2 = fullFormats["date-time"];
const pattern2 = new RegExp("(?:Z|\\+00:00)$", "u");
function validate92(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern2.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "(?:Z|\\+00:00)$" }, "must match pattern \"(?:Z|\\+00:00)$\"");
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
	validate92.errors = vErrors;
	return errors === 0;
}
function validate91(data, instancePath = "") {
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
			if (!validate92(data.reset_at, instancePath + "/reset_at")) {
				vErrors = addErrors(vErrors, validate92.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate91.errors = vErrors;
	return errors === 0;
}
function validate89(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.details === void 0) {
			vErrors = addMissing(vErrors, instancePath, "details");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data2 = data.code;
			if (typeof data2 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data2 === "rate_limit_exceeded")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema28.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
		if (data.details !== void 0) {
			if (!validate91(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate91.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate89.errors = vErrors;
	return errors === 0;
}
const schema31 = {
	"$id": "InternalError",
	"type": "object",
	"required": [
		"message",
		"request_id",
		"code"
	],
	"properties": {
		"message": { "type": "string" },
		"request_id": { "$ref": "RequestId" },
		"details": { "$ref": "ErrorDetails" },
		"code": {
			"type": "string",
			"enum": ["internal_error"]
		}
	}
};
function validate96(data, instancePath = "") {
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
		if (data.code === void 0) {
			vErrors = addMissing(vErrors, instancePath, "code");
			errors++;
		}
		if (data.message !== void 0) {
			if (typeof data.message !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/message", "string");
				errors++;
			}
		}
		if (data.request_id !== void 0) {
			if (!validate23(data.request_id, instancePath + "/request_id")) {
				vErrors = addErrors(vErrors, validate23.errors);
				errors = vErrors.length;
			}
		}
		if (data.details !== void 0) {
			if (!validate25(data.details, instancePath + "/details")) {
				vErrors = addErrors(vErrors, validate25.errors);
				errors = vErrors.length;
			}
		}
		if (data.code !== void 0) {
			let data3 = data.code;
			if (typeof data3 !== "string") {
				vErrors = addTypeError(vErrors, instancePath + "/code", "string");
				errors++;
			}
			if (!(data3 === "internal_error")) {
				vErrors = addError(vErrors, instancePath + "/code", "enum", { allowedValues: schema31.properties.code.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate96.errors = vErrors;
	return errors === 0;
}
function validate28(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (!validate29(data, instancePath)) {
		vErrors = addErrors(vErrors, validate29.errors);
		errors = vErrors.length;
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const _errs2 = errors;
		if (!validate33(data, instancePath)) {
			vErrors = addErrors(vErrors, validate33.errors);
			errors = vErrors.length;
		}
		var _valid0 = _errs2 === errors;
		valid0 = valid0 || _valid0;
		if (!valid0) {
			const _errs3 = errors;
			if (!validate37(data, instancePath)) {
				vErrors = addErrors(vErrors, validate37.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid0 = valid0 || _valid0;
			if (!valid0) {
				const _errs4 = errors;
				if (!validate41(data, instancePath)) {
					vErrors = addErrors(vErrors, validate41.errors);
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
						if (!validate49(data, instancePath)) {
							vErrors = addErrors(vErrors, validate49.errors);
							errors = vErrors.length;
						}
						var _valid0 = _errs6 === errors;
						valid0 = valid0 || _valid0;
						if (!valid0) {
							const _errs7 = errors;
							if (!validate53(data, instancePath)) {
								vErrors = addErrors(vErrors, validate53.errors);
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
									if (!validate58(data, instancePath)) {
										vErrors = addErrors(vErrors, validate58.errors);
										errors = vErrors.length;
									}
									var _valid0 = _errs9 === errors;
									valid0 = valid0 || _valid0;
									if (!valid0) {
										const _errs10 = errors;
										if (!validate62(data, instancePath)) {
											vErrors = addErrors(vErrors, validate62.errors);
											errors = vErrors.length;
										}
										var _valid0 = _errs10 === errors;
										valid0 = valid0 || _valid0;
										if (!valid0) {
											const _errs11 = errors;
											if (!validate66(data, instancePath)) {
												vErrors = addErrors(vErrors, validate66.errors);
												errors = vErrors.length;
											}
											var _valid0 = _errs11 === errors;
											valid0 = valid0 || _valid0;
											if (!valid0) {
												const _errs12 = errors;
												if (!validate70(data, instancePath)) {
													vErrors = addErrors(vErrors, validate70.errors);
													errors = vErrors.length;
												}
												var _valid0 = _errs12 === errors;
												valid0 = valid0 || _valid0;
												if (!valid0) {
													const _errs13 = errors;
													if (!validate74(data, instancePath)) {
														vErrors = addErrors(vErrors, validate74.errors);
														errors = vErrors.length;
													}
													var _valid0 = _errs13 === errors;
													valid0 = valid0 || _valid0;
													if (!valid0) {
														const _errs14 = errors;
														if (!validate78(data, instancePath)) {
															vErrors = addErrors(vErrors, validate78.errors);
															errors = vErrors.length;
														}
														var _valid0 = _errs14 === errors;
														valid0 = valid0 || _valid0;
														if (!valid0) {
															const _errs15 = errors;
															if (!validate82(data, instancePath)) {
																vErrors = addErrors(vErrors, validate82.errors);
																errors = vErrors.length;
															}
															var _valid0 = _errs15 === errors;
															valid0 = valid0 || _valid0;
															if (!valid0) {
																const _errs16 = errors;
																if (!validate89(data, instancePath)) {
																	vErrors = addErrors(vErrors, validate89.errors);
																	errors = vErrors.length;
																}
																var _valid0 = _errs16 === errors;
																valid0 = valid0 || _valid0;
																if (!valid0) {
																	const _errs17 = errors;
																	if (!validate96(data, instancePath)) {
																		vErrors = addErrors(vErrors, validate96.errors);
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
	validate28.errors = vErrors;
	return errors === 0;
}
const validateAssistantMessage = validate100;
const schema32 = {
	"$id": "AssistantMessage",
	"type": "object",
	"required": [
		"id",
		"session_id",
		"content",
		"created_at",
		"role",
		"tokens",
		"model"
	],
	"properties": {
		"id": { "$ref": "MessageId" },
		"session_id": { "$ref": "SessionId" },
		"content": { "type": "string" },
		"created_at": { "$ref": "Timestamp" },
		"role": {
			"type": "string",
			"enum": ["assistant"]
		},
		"tokens": {
			"type": "integer",
			"minimum": 0
		},
		"model": { "type": "string" }
	}
};
const pattern3 = new RegExp("^msg_", "u");
function validate101(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern3.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^msg_" }, "must match pattern \"^msg_\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate101.errors = vErrors;
	return errors === 0;
}
const pattern4 = new RegExp("^ses_", "u");
function validate103(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern4.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^ses_" }, "must match pattern \"^ses_\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate103.errors = vErrors;
	return errors === 0;
}
function validate100(data, instancePath = "") {
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
			if (!validate101(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate101.errors);
				errors = vErrors.length;
			}
		}
		if (data.session_id !== void 0) {
			if (!validate103(data.session_id, instancePath + "/session_id")) {
				vErrors = addErrors(vErrors, validate103.errors);
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
			if (!validate92(data.created_at, instancePath + "/created_at")) {
				vErrors = addErrors(vErrors, validate92.errors);
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
				vErrors = addError(vErrors, instancePath + "/role", "enum", { allowedValues: schema32.properties.role.enum }, "must be equal to one of the allowed values");
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
	validate100.errors = vErrors;
	return errors === 0;
}
const validateBearerChallenge = validate106;
const pattern5 = new RegExp("^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$", "u");
function validate106(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern5.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$" }, "must match pattern \"^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate106.errors = vErrors;
	return errors === 0;
}
const validateBudgetExceeded = validate45;
const validateChannelId = validate107;
const pattern6 = new RegExp("^ch_", "u");
function validate107(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern6.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^ch_" }, "must match pattern \"^ch_\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate107.errors = vErrors;
	return errors === 0;
}
const validateChannelNotFound = validate49;
const validateCreateSessionRequest = validate108;
function validate109(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate109.errors = vErrors;
	return errors === 0;
}
function validate108(data, instancePath = "") {
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
			if (!validate109(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate109.errors);
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
	validate108.errors = vErrors;
	return errors === 0;
}
const validateErrorDetails = validate25;
const validateErrorEnvelope = validate111;
function validate111(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate28(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate28.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate111.errors = vErrors;
	return errors === 0;
}
const validateFieldError = validate85;
const validateFieldErrors = validate84;
const validateInsufficientScope = validate37;
const validateInternalError = validate96;
const validateInvalidApiKey = validate33;
const validateInvalidRequest = validate29;
const validateMessage = validate113;
const schema41 = {
	"$id": "UserMessage",
	"type": "object",
	"required": [
		"id",
		"session_id",
		"content",
		"created_at",
		"role"
	],
	"properties": {
		"id": { "$ref": "MessageId" },
		"session_id": { "$ref": "SessionId" },
		"content": { "type": "string" },
		"created_at": { "$ref": "Timestamp" },
		"role": {
			"type": "string",
			"enum": ["user"]
		},
		"metadata": { "$ref": "Metadata" }
	}
};
function validate114(data, instancePath = "") {
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
			if (!validate101(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate101.errors);
				errors = vErrors.length;
			}
		}
		if (data.session_id !== void 0) {
			if (!validate103(data.session_id, instancePath + "/session_id")) {
				vErrors = addErrors(vErrors, validate103.errors);
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
			if (!validate92(data.created_at, instancePath + "/created_at")) {
				vErrors = addErrors(vErrors, validate92.errors);
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
				vErrors = addError(vErrors, instancePath + "/role", "enum", { allowedValues: schema41.properties.role.enum }, "must be equal to one of the allowed values");
				errors++;
			}
		}
		if (data.metadata !== void 0) {
			if (!validate109(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate109.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate114.errors = vErrors;
	return errors === 0;
}
function validate113(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	const _errs0 = errors;
	let valid0 = false;
	const _errs1 = errors;
	if (!validate114(data, instancePath)) {
		vErrors = addErrors(vErrors, validate114.errors);
		errors = vErrors.length;
	}
	var _valid0 = _errs1 === errors;
	valid0 = valid0 || _valid0;
	if (!valid0) {
		const _errs2 = errors;
		if (!validate100(data, instancePath)) {
			vErrors = addErrors(vErrors, validate100.errors);
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
	validate113.errors = vErrors;
	return errors === 0;
}
const validateMessageDelta = validate121;
function validate121(data, instancePath = "") {
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
			if (!validate101(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate101.errors);
				errors = vErrors.length;
			}
		}
		if (data.session_id !== void 0) {
			if (!validate103(data.session_id, instancePath + "/session_id")) {
				vErrors = addErrors(vErrors, validate103.errors);
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
	validate121.errors = vErrors;
	return errors === 0;
}
const validateMessageId = validate101;
const validateMessagePage = validate124;
function validate124(data, instancePath = "") {
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
				for (let i0 = 0; i0 < len0; i0++) if (!validate113(data0[i0], instancePath + "/data/" + i0)) {
					vErrors = addErrors(vErrors, validate113.errors);
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
	validate124.errors = vErrors;
	return errors === 0;
}
const validateMessageStream = validate126;
function validate126(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate126.errors = vErrors;
	return errors === 0;
}
const validateMetadata = validate109;
const validateMethodNotAllowed = validate62;
const validatePayloadTooLarge = validate74;
const validatePolicyViolation = validate41;
const validateRateLimitExceeded = validate89;
const validateRateLimitState = validate91;
const validateRequestId = validate23;
const validateRetryDelay = validate127;
function validate127(data, instancePath = "") {
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
	validate127.errors = vErrors;
	return errors === 0;
}
const validateRouteNotFound = validate58;
const validateSendMessageRequest = validate128;
const func2 = ucs2length;
function validate128(data, instancePath = "") {
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
			if (!validate109(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate109.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate128.errors = vErrors;
	return errors === 0;
}
const validateSession = validate130;
const schema48 = {
	"$id": "SessionStatus",
	"type": "string",
	"enum": [
		"active",
		"expired",
		"closed"
	]
};
function validate134(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	if (!(data === "active" || data === "expired" || data === "closed")) {
		vErrors = addError(vErrors, instancePath, "enum", { allowedValues: schema48.enum }, "must be equal to one of the allowed values");
		errors++;
	}
	validate134.errors = vErrors;
	return errors === 0;
}
function validate130(data, instancePath = "") {
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
			if (!validate103(data.id, instancePath + "/id")) {
				vErrors = addErrors(vErrors, validate103.errors);
				errors = vErrors.length;
			}
		}
		if (data.channel_id !== void 0) {
			if (!validate107(data.channel_id, instancePath + "/channel_id")) {
				vErrors = addErrors(vErrors, validate107.errors);
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
			if (!validate134(data.status, instancePath + "/status")) {
				vErrors = addErrors(vErrors, validate134.errors);
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
			if (!validate109(data.metadata, instancePath + "/metadata")) {
				vErrors = addErrors(vErrors, validate109.errors);
				errors = vErrors.length;
			}
		}
		if (data.created_at !== void 0) {
			if (!validate92(data.created_at, instancePath + "/created_at")) {
				vErrors = addErrors(vErrors, validate92.errors);
				errors = vErrors.length;
			}
		}
		if (data.expires_at !== void 0) {
			if (!validate92(data.expires_at, instancePath + "/expires_at")) {
				vErrors = addErrors(vErrors, validate92.errors);
				errors = vErrors.length;
			}
		}
		if (data.last_message_at !== void 0) {
			if (!validate92(data.last_message_at, instancePath + "/last_message_at")) {
				vErrors = addErrors(vErrors, validate92.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate130.errors = vErrors;
	return errors === 0;
}
const validateSessionClosed = validate70;
const validateSessionExpired = validate66;
const validateSessionId = validate103;
const validateSessionLocation = validate140;
const pattern7 = new RegExp("^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$", "u");
function validate140(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$" }, "must match pattern \"^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate140.errors = vErrors;
	return errors === 0;
}
const validateSessionNotFound = validate53;
const validateSessionStatus = validate134;
const validateTimestamp = validate92;
const validateUnsupportedMediaType = validate78;
const validateUserMessage = validate114;
const validateValidationFailed = validate82;
const validateXChannelUserIdParameter = validate141;
function validate141(data, instancePath = "") {
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
	validate141.errors = vErrors;
	return errors === 0;
}
const validateThinklioVersionParameter = validate142;
const formats4 = fullFormats.date;
function validate142(data, instancePath = "") {
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
	validate142.errors = vErrors;
	return errors === 0;
}
const validateChannelIdParameter = validate143;
function validate143(data, instancePath = "") {
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
	validate143.errors = vErrors;
	return errors === 0;
}
const validateInvalidRequestEnvelope = validate144;
function validate144(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate29(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate29.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate144.errors = vErrors;
	return errors === 0;
}
const validateWWWAuthenticateHeader = validate146;
function validate146(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern5.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$" }, "must match pattern \"^(?:.*, *)?[Bb][Ee][Aa][Rr][Ee][Rr](?:[ ,].*)?$\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate146.errors = vErrors;
	return errors === 0;
}
const validateInvalidApiKeyEnvelope = validate147;
function validate147(data, instancePath = "") {
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
	validate147.errors = vErrors;
	return errors === 0;
}
const validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope = validate149;
function validate149(data, instancePath = "") {
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
			if (!validate37(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate37.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate41(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate41.errors);
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
	validate149.errors = vErrors;
	return errors === 0;
}
const validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope = validate153;
function validate153(data, instancePath = "") {
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
			if (!validate49(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate49.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate53(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate53.errors);
					errors = vErrors.length;
				}
				var _valid0 = _errs4 === errors;
				valid1 = valid1 || _valid0;
				if (!valid1) {
					const _errs5 = errors;
					if (!validate58(data0, instancePath + "/error")) {
						vErrors = addErrors(vErrors, validate58.errors);
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
	validate153.errors = vErrors;
	return errors === 0;
}
const validateAllowHeader = validate157;
function validate157(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate157.errors = vErrors;
	return errors === 0;
}
const validateMethodNotAllowedEnvelope = validate158;
function validate158(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate62(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate62.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate158.errors = vErrors;
	return errors === 0;
}
const validateSessionExpiredOrSessionClosedEnvelope = validate160;
function validate160(data, instancePath = "") {
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
			if (!validate66(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate66.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate70(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate70.errors);
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
	validate160.errors = vErrors;
	return errors === 0;
}
const validatePayloadTooLargeEnvelope = validate163;
function validate163(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate74(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate74.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate163.errors = vErrors;
	return errors === 0;
}
const validateUnsupportedMediaTypeEnvelope = validate165;
function validate165(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate78(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate78.errors);
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
const validateValidationFailedEnvelope = validate167;
function validate167(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate82(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate82.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate167.errors = vErrors;
	return errors === 0;
}
const validateRetryAfterHeader = validate169;
function validate169(data, instancePath = "") {
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
	validate169.errors = vErrors;
	return errors === 0;
}
const validateRateLimitExceededEnvelope = validate170;
function validate170(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate89(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate89.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate170.errors = vErrors;
	return errors === 0;
}
const validateInternalErrorEnvelope = validate172;
function validate172(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate96(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate96.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate172.errors = vErrors;
	return errors === 0;
}
const validateLocationHeader = validate174;
function validate174(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!pattern7.test(data)) {
			vErrors = addError(vErrors, instancePath, "pattern", { pattern: "^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$" }, "must match pattern \"^(?:https?://[^/?#]+)?(?:/[^/?#]+)*/v1/sessions/[^/?#]+$\"");
			errors++;
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate174.errors = vErrors;
	return errors === 0;
}
const validateInsufficientScopeEnvelope = validate175;
function validate175(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate37(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate37.errors);
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
const validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope = validate177;
function validate177(data, instancePath = "") {
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
			if (!validate49(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate49.errors);
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
					if (!validate58(data0, instancePath + "/error")) {
						vErrors = addErrors(vErrors, validate58.errors);
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
	validate177.errors = vErrors;
	return errors === 0;
}
const validateSessionIdParameter = validate181;
function validate181(data, instancePath = "") {
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
	validate181.errors = vErrors;
	return errors === 0;
}
const validateSessionNotFoundOrRouteNotFoundEnvelope = validate182;
function validate182(data, instancePath = "") {
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
			if (!validate53(data0, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate53.errors);
				errors = vErrors.length;
			}
			var _valid0 = _errs3 === errors;
			valid1 = valid1 || _valid0;
			if (!valid1) {
				const _errs4 = errors;
				if (!validate58(data0, instancePath + "/error")) {
					vErrors = addErrors(vErrors, validate58.errors);
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
	validate182.errors = vErrors;
	return errors === 0;
}
const validateSessionExpiredEnvelope = validate185;
function validate185(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0) {
			vErrors = addMissing(vErrors, instancePath, "error");
			errors++;
		}
		if (data.error !== void 0) {
			if (!validate66(data.error, instancePath + "/error")) {
				vErrors = addErrors(vErrors, validate66.errors);
				errors = vErrors.length;
			}
		}
	} else {
		vErrors = addTypeError(vErrors, instancePath, "object");
		errors++;
	}
	validate185.errors = vErrors;
	return errors === 0;
}
const validateLimitParameter = validate187;
function validate187(data, instancePath = "") {
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
	validate187.errors = vErrors;
	return errors === 0;
}
const validateCursorParameter = validate188;
function validate188(data, instancePath = "") {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = addTypeError(vErrors, instancePath, "string");
		errors++;
	}
	validate188.errors = vErrors;
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
function addMissing(errors, instancePath, missingProperty) {
	return addError(errors, instancePath, "required", { missingProperty }, "must have required property '" + missingProperty + "'");
}
function addErrors(errors, more) {
	return errors === null ? more : errors.concat(more);
}
export { validateAgentId, validateAgentNotFound, validateAllowHeader, validateAllowedMethods, validateApiError, validateAssistantMessage, validateBearerChallenge, validateBudgetExceeded, validateChannelId, validateChannelIdParameter, validateChannelNotFound, validateChannelNotFoundOrAgentNotFoundOrRouteNotFoundEnvelope, validateChannelNotFoundOrSessionNotFoundOrRouteNotFoundEnvelope, validateCreateSessionRequest, validateCursorParameter, validateErrorDetails, validateErrorEnvelope, validateFieldError, validateFieldErrors, validateInsufficientScope, validateInsufficientScopeEnvelope, validateInsufficientScopeOrPolicyViolationOrBudgetExceededEnvelope, validateInternalError, validateInternalErrorEnvelope, validateInvalidApiKey, validateInvalidApiKeyEnvelope, validateInvalidRequest, validateInvalidRequestEnvelope, validateLimitParameter, validateLocationHeader, validateMessage, validateMessageDelta, validateMessageId, validateMessagePage, validateMessageStream, validateMetadata, validateMethodNotAllowed, validateMethodNotAllowedEnvelope, validatePayloadTooLarge, validatePayloadTooLargeEnvelope, validatePolicyViolation, validateRateLimitExceeded, validateRateLimitExceededEnvelope, validateRateLimitState, validateRequestId, validateRetryAfterHeader, validateRetryDelay, validateRouteNotFound, validateSendMessageRequest, validateSession, validateSessionClosed, validateSessionExpired, validateSessionExpiredEnvelope, validateSessionExpiredOrSessionClosedEnvelope, validateSessionId, validateSessionIdParameter, validateSessionLocation, validateSessionNotFound, validateSessionNotFoundOrRouteNotFoundEnvelope, validateSessionStatus, validateThinklioVersionParameter, validateTimestamp, validateUnsupportedMediaType, validateUnsupportedMediaTypeEnvelope, validateUserMessage, validateValidationFailed, validateValidationFailedEnvelope, validateWWWAuthenticateHeader, validateXChannelUserIdParameter };
