// The package is of modules alone, and Node can require such since 20.19.
const { checkReturn } = require('hub-and-spoke');
const { returns } = require('hub-and-spoke/year-two');

console.log(checkReturn(returns[0]).accepted ? 'no fault was found' : 'as expected');
